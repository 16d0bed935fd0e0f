import { DEMO_PEOPLE, type DemoPerson, PILOT_FIELDS, PILOT_POST_OFFICE, PILOT_UNIT } from "../people.ts";
import { FOUR_GROUPS, PROVINCE_FIELDS, WARD_FIELDS } from "./hand-overs.ts";

/** A person of the demo with the place where they sit and what they were trained for. */
export interface StaffMember extends DemoPerson {
  /** Key of the counter in the reference data; null for those who sit at none. */
  readonly counter: string | null;
  /** Fields of a postal clerk's training; empty for one who has none yet. */
  readonly trainedFor: readonly string[];
}

type Place = readonly [key: string, name: string];

const clerk = (
  username: string,
  fullName: string,
  [office, name]: Place,
  counter: string,
  trainedFor: readonly string[],
): StaffMember => ({
  username,
  fullName,
  employer: name,
  employerKind: "post",
  role: "postalClerk",
  at: { kind: "postOffice", key: office },
  counter,
  trainedFor,
});
const officer = (username: string, fullName: string, [key, name]: Place, counter: string): StaffMember => ({
  username,
  fullName,
  employer: `Trung tâm Phục vụ hành chính công ${name}`,
  employerKind: "state",
  role: "oneStopOfficer",
  at: { kind: "unit", key },
  counter,
  trainedFor: [],
});
const head = (username: string, fullName: string, place: Place): StaffMember => ({
  ...officer(username, fullName, place, ""),
  role: "unitHead",
  counter: null,
});
const official =
  (role: "caseOfficer" | "approver") =>
  (username: string, fullName: string, [key, name]: Place): StaffMember => ({
    username,
    fullName,
    employer: name,
    employerKind: "state",
    role,
    at: { kind: "agency", key },
    counter: null,
    trainedFor: [],
  });
const caseOfficer = official("caseOfficer");
const approver = official("approver");

const commune = (code: string, name: string) => ({
  unit: [`unit:commune:${code}`, name] as const,
  agency: [`agency:commune:${code}`, `Ủy ban nhân dân ${name}`] as const,
});
const binhThanh = commune("30163", "xã Bình Thành");
const thanhBinh = commune("30130", "xã Thanh Bình");
const tanThanh = commune("30157", "xã Tân Thạnh");
const caoLanh = commune("29869", "phường Cao Lãnh");
const myTho = commune("28261", "phường Mỹ Tho");
const saDec = commune("29905", "phường Sa Đéc");
const province = ["unit:province:82", "tỉnh Đồng Tháp"] as const;
const provincialOffice = ["agency:province:82", "Ủy ban nhân dân tỉnh Đồng Tháp"] as const;
const police = ["agency:body:police", "Công an tỉnh Đồng Tháp"] as const;
const insurance = ["agency:body:socialInsurance", "Bảo hiểm xã hội tỉnh Đồng Tháp"] as const;
const health = ["agency:department:health", "Sở Y tế tỉnh Đồng Tháp"] as const;

/** Where the people of the light demo sit when the whole province is there. */
const SEATS: Readonly<Record<string, { counter: string; trainedFor: readonly string[] }>> = {
  "lan.clerk": { counter: "counter:30163:30148:1", trainedFor: PILOT_FIELDS },
  "phuc.clerk": { counter: "counter:30163:30163:1", trainedFor: [] },
  "duc.officer": { counter: "counter:30163:1", trainedFor: [] },
};

/** Who is stopped as the demo begins, with papers in hand, and the colleague of the same office who takes over. */
export const STOPPED_CLERK = { username: "mai.clerk", successor: "lan.clerk", unit: PILOT_UNIT } as const;

/** Everybody who has an account: the people of the light demo first, then place by place. */
export const STAFF: readonly StaffMember[] = [
  ...DEMO_PEOPLE.map((person) => ({
    ...person,
    counter: SEATS[person.username]?.counter ?? null,
    trainedFor: SEATS[person.username]?.trainedFor ?? [],
  })),
  clerk(
    "mai.clerk",
    "Huỳnh Thị Ngọc Mai",
    [PILOT_POST_OFFICE, "Bưu điện Văn hóa xã Bình Tấn"],
    "counter:30163:30148:2",
    FOUR_GROUPS,
  ),
  officer("nhan.officer", "Nguyễn Thành Nhân", binhThanh.unit, "counter:30163:30148:3"),
  caseOfficer("tuyet.case", "Trần Thị Ánh Tuyết", binhThanh.agency),
  approver("hung.approver", "Phan Văn Hùng", binhThanh.agency),

  clerk(
    "kieu.clerk",
    "Lê Thị Diễm Kiều",
    ["post:30130", "Bưu điện Thanh Bình"],
    "counter:30130:3",
    FOUR_GROUPS,
  ),
  officer("loc.officer", "Trương Tấn Lộc", thanhBinh.unit, "counter:30130:1"),
  caseOfficer("dung.case", "Bùi Thị Mỹ Dung", thanhBinh.agency),
  approver("sang.approver", "Đặng Hoàng Sang", thanhBinh.agency),
  head("nga.head", "Phan Thị Thúy Nga", thanhBinh.unit),

  clerk(
    "be.clerk",
    "Nguyễn Thị Bé Năm",
    ["post:30157", "Bưu điện Văn hóa xã Tân Thạnh"],
    "counter:30157:3",
    FOUR_GROUPS,
  ),
  officer("tai.officer", "Võ Anh Tài", tanThanh.unit, "counter:30157:1"),
  caseOfficer("linh.case", "Phạm Thị Thùy Linh", tanThanh.agency),
  approver("quoc.approver", "Lê Văn Quốc", tanThanh.agency),
  head("trung.head", "Nguyễn Chí Trung", tanThanh.unit),

  clerk("vy.clerk", "Huỳnh Tường Vy", ["post:29869", "Bưu điện Cao Lãnh"], "counter:29869:3", WARD_FIELDS),
  clerk("tram.clerk", "Dương Ngọc Trâm", ["post:29869", "Bưu điện Cao Lãnh"], "counter:29869:3", []),
  officer("khoa.officer", "Đỗ Đăng Khoa", caoLanh.unit, "counter:29869:1"),
  officer("yen.officer", "Hồ Thị Hải Yến", caoLanh.unit, "counter:29869:2"),
  caseOfficer("nam.case", "Ngô Hoài Nam", caoLanh.agency),
  caseOfficer("thao.case", "Nguyễn Thị Thanh Thảo", caoLanh.agency),
  approver("binh.approver", "Trần Thanh Bình", caoLanh.agency),
  head("oanh.head", "Lê Thị Kiều Oanh", caoLanh.unit),

  clerk("diem.clerk", "Lý Thị Hồng Diễm", ["post:28261", "Bưu điện Mỹ Tho"], "counter:28261:3", [
    ...WARD_FIELDS,
    "socialProtection",
  ]),
  officer("long.officer", "Quách Kim Long", myTho.unit, "counter:28261:1"),
  officer("my.officer", "Mai Thị Kim Mỹ", myTho.unit, "counter:28261:2"),
  caseOfficer("tien.case", "Cao Minh Tiến", myTho.agency),
  approver("khanh.approver", "Huỳnh Quốc Khánh", myTho.agency),
  head("dat.head", "Phạm Tiến Đạt", myTho.unit),

  clerk("hoa.clerk", "Phan Thị Kim Hoa", ["post:29905", "Bưu điện Sa Đéc"], "counter:29905:3", WARD_FIELDS),
  officer("phong.officer", "Đoàn Thanh Phong", saDec.unit, "counter:29905:1"),
  caseOfficer("sen.case", "Danh Thị Sen", saDec.agency),
  approver("toan.approver", "Nguyễn Hữu Toàn", saDec.agency),
  head("trang.head", "Võ Thị Thùy Trang", saDec.unit),

  clerk(
    "ngoc.clerk",
    "Trần Bảo Ngọc",
    ["post:province:82", "Bưu điện tỉnh Đồng Tháp"],
    "counter:82:3",
    PROVINCE_FIELDS,
  ),
  officer("hieu.officer", "Lê Trung Hiếu", province, "counter:82:1"),
  officer("chau.officer", "Thái Thị Minh Châu", province, "counter:82:2"),
  caseOfficer("vinh.case", "Đinh Công Vinh", provincialOffice),
  approver("minh.approver", "Lương Nhật Minh", provincialOffice),
  head("hau.head", "Trần Công Hậu", province),
  caseOfficer("lam.case", "Tô Thị Ngọc Lam", health),
  approver("dao.approver", "Kiều Anh Đào", health),
  caseOfficer("chinh.case", "Phùng Đức Chính", police),
  approver("an.approver", "Trịnh Xuân An", police),
  caseOfficer("hang.case", "Vương Thị Thu Hằng", insurance),
  approver("bao.approver", "Lâm Quốc Bảo", insurance),
];

/** The heads of the units, the pilot's among them: each says which telephone the forms of the unit print. */
export const UNIT_HEADS: readonly StaffMember[] = STAFF.filter(({ role }) => role === "unitHead");
