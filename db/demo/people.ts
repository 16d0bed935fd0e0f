import type { Role } from "#domain/mandate/permission.ts";
import type { PlainDate } from "#domain/shared/plain-date.ts";

/** One person of the demo: what they are, and at which key of the reference data. */
export interface DemoPerson {
  readonly username: string;
  readonly fullName: string;
  readonly employer: string;
  readonly employerKind: "post" | "state";
  readonly role: Role;
  readonly at: { readonly kind: "unit" | "agency" | "postOffice"; readonly key: string };
  /** The first day at work; left out, that of the two-tier units. */
  readonly since?: PlainDate;
  /** The last day of the contract; left out or null while it goes on. */
  readonly until?: PlainDate | null;
}

/** The same for all: a demo is no secret, and its page shows it. */
export const DEMO_PASSWORD = "mot-cua-2026";

/** The post office of Bình Tấn inside xã Bình Thành: where the story of the pilot began. */
export const PILOT_POST_OFFICE = "post:30163:30148";
export const PILOT_UNIT = "unit:commune:30163";
const PILOT_AGENCY = "agency:commune:30163";

export const DEMO_PEOPLE: readonly DemoPerson[] = [
  {
    username: "lan.clerk",
    fullName: "Nguyễn Thị Lan",
    employer: "Bưu điện Văn hóa xã Bình Tấn",
    employerKind: "post",
    role: "postalClerk",
    at: { kind: "postOffice", key: PILOT_POST_OFFICE },
  },
  {
    username: "phuc.clerk",
    fullName: "Trần Văn Phúc",
    employer: "Bưu điện Văn hóa xã Bình Thành",
    employerKind: "post",
    role: "postalClerk",
    at: { kind: "postOffice", key: "post:30163:30163" },
  },
  {
    username: "binh.courier",
    fullName: "Võ Văn Bình",
    employer: "Bưu điện Văn hóa xã Bình Tấn",
    employerKind: "post",
    role: "courier",
    at: { kind: "postOffice", key: PILOT_POST_OFFICE },
  },
  {
    username: "tam.courier",
    fullName: "Huỳnh Thị Tám",
    employer: "Bưu điện Văn hóa xã Bình Tấn",
    employerKind: "post",
    role: "courier",
    at: { kind: "postOffice", key: PILOT_POST_OFFICE },
  },
  {
    username: "duc.officer",
    fullName: "Lê Minh Đức",
    employer: "Trung tâm Phục vụ hành chính công xã Bình Thành",
    employerKind: "state",
    role: "oneStopOfficer",
    at: { kind: "unit", key: PILOT_UNIT },
  },
  {
    username: "ha.case",
    fullName: "Phạm Thu Hà",
    employer: "Ủy ban nhân dân xã Bình Thành",
    employerKind: "state",
    role: "caseOfficer",
    at: { kind: "agency", key: PILOT_AGENCY },
  },
  {
    username: "thai.approver",
    fullName: "Võ Quốc Thái",
    employer: "Ủy ban nhân dân xã Bình Thành",
    employerKind: "state",
    role: "approver",
    at: { kind: "agency", key: PILOT_AGENCY },
  },
  {
    username: "hanh.head",
    fullName: "Trương Mỹ Hạnh",
    employer: "Trung tâm Phục vụ hành chính công xã Bình Thành",
    employerKind: "state",
    role: "unitHead",
    at: { kind: "unit", key: PILOT_UNIT },
  },
  {
    username: "kiet.programme",
    fullName: "Huỳnh Tuấn Kiệt",
    employer: "Ủy ban nhân dân tỉnh Đồng Tháp",
    employerKind: "state",
    role: "programmeOfficer",
    at: { kind: "agency", key: "agency:province:82" },
  },
  {
    username: "thao.programme",
    fullName: "Lý Thanh Thảo",
    employer: "Ủy ban nhân dân tỉnh Đồng Tháp",
    employerKind: "state",
    role: "programmeOfficer",
    at: { kind: "agency", key: "agency:province:82" },
  },
  {
    username: "quyen.admin",
    fullName: "Đặng Thị Mỹ Quyên",
    employer: "Ủy ban nhân dân tỉnh Đồng Tháp",
    employerKind: "state",
    role: "administrator",
    at: { kind: "agency", key: "agency:province:82" },
  },
];

/** Fields that the demo's decision hands to the post: the four groups of the pilot, and civil status. */
export const PILOT_FIELDS = [
  "civilStatus",
  "certification",
  "socialProtection",
  "povertyReduction",
  "peopleOfMerit",
  "children",
  "population",
  "education",
  "grassrootsCulture",
  "library",
  "sport",
] as const;
