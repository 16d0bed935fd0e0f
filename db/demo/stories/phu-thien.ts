import { errand } from "./errand.ts";
import { type NamedDecision, mandateLife, training } from "./mandate-scenes.ts";
import { keysOf, placesBefore } from "./places-before.ts";
import { part, phase, programme } from "./programme-scenes.ts";
import { ends, newUnit, reorganisation } from "./reorganisation-scenes.ts";
import { opening, scan } from "./site-scenes.ts";
import { OURS, type Story } from "./story.ts";
import { atAgency, clerk, head, officer } from "./story-people.ts";

const [PROVINCE, DISTRICT, TOWN, COMMUNE] = ["64", "638", "24043", "24052"] as const;
const DISTRICT_POST = "post:before:638";
const COMMUNE_POST = "post:before:24052";
const COMMITTEE = "Ủy ban nhân dân tỉnh Gia Lai";
const PLACE = "thị trấn Phú Thiện, huyện Phú Thiện, tỉnh Gia Lai";

const places = placesBefore({
  units: [
    {
      code: DISTRICT,
      kind: "districtCommittee",
      name: "huyện Phú Thiện",
      unitName: "Bộ phận Tiếp nhận và Trả kết quả huyện Phú Thiện",
      agencyCode: "000.00.32.H21",
      point: {
        name: "Bộ phận Một cửa huyện tại Bưu điện huyện Phú Thiện",
        address: `Bưu điện huyện, ${PLACE}`,
        office: DISTRICT_POST,
      },
    },
    {
      code: TOWN,
      kind: "communeCommittee",
      name: "thị trấn Phú Thiện",
      unitName: "Bộ phận Tiếp nhận và Trả kết quả thị trấn Phú Thiện",
      agencyCode: "000.01.32.H21",
      point: {
        name: "Bộ phận Một cửa thị trấn tại Bưu điện huyện Phú Thiện",
        address: `Bưu điện huyện, ${PLACE}`,
        office: DISTRICT_POST,
      },
    },
    {
      code: COMMUNE,
      kind: "communeCommittee",
      name: "xã Ia Sol",
      unitName: "Bộ phận Tiếp nhận và Trả kết quả xã Ia Sol",
      agencyCode: "000.02.32.H21",
      point: {
        name: "Bộ phận Một cửa xã Ia Sol",
        address: "Xã Ia Sol, huyện Phú Thiện, tỉnh Gia Lai",
        office: COMMUNE_POST,
      },
    },
  ],
  offices: [
    { key: DISTRICT_POST, name: "Bưu điện Phú Thiện", address: `Bưu điện huyện, ${PLACE}` },
    {
      key: COMMUNE_POST,
      name: "Bưu điện Văn hóa xã Ia Sol",
      address: "Xã Ia Sol, huyện Phú Thiện, tỉnh Gia Lai",
    },
  ],
  agencies: [
    {
      key: keysOf(PROVINCE).agency,
      name: COMMITTEE,
      kind: "provincialCommittee",
      code: PROVINCE,
      fields: [],
    },
  ],
});

const toThisDay = { since: "2018-01-02", until: null } as const;
const district = { employer: "Ủy ban nhân dân huyện Phú Thiện", ...toThisDay };
const post = { employer: "Bưu điện Phú Thiện", ...toThisDay };
const province = { employer: COMMITTEE, ...toThisDay };
const DISTRICT_TEAM = {
  desk: "hien.story2",
  officer: "long.story2",
  caseOfficer: "mai.story2",
  approver: "dat.story2",
} as const;
const TOWN_TEAM = {
  desk: "nhung.story2",
  officer: "bao.story2",
  caseOfficer: "trinh.story2",
  approver: "khai.story2",
} as const;
const [DRAFTER, APPROVER, ADMIN, COMMUNE_HEAD] = [
  "ly.story2",
  "son.story2",
  "phi.story2",
  "nay.story2",
] as const;

const town = { employer: "Ủy ban nhân dân thị trấn Phú Thiện", since: "2018-01-02" };
const people = [
  clerk(DISTRICT_TEAM.desk, "Lê Thị Thu Hiền", { office: DISTRICT_POST, code: DISTRICT }, post),
  clerk(TOWN_TEAM.desk, "Đào Hồng Nhung", { office: DISTRICT_POST, code: TOWN }, post),
  officer(DISTRICT_TEAM.officer, "Trần Đức Long", DISTRICT, district),
  officer(TOWN_TEAM.officer, "Phạm Gia Bảo", TOWN, town),
  atAgency("caseOfficer", DISTRICT_TEAM.caseOfficer, "Võ Thị Mai", keysOf(DISTRICT).agency, district),
  atAgency("approver", DISTRICT_TEAM.approver, "Đinh Thành Đạt", keysOf(DISTRICT).agency, district),
  atAgency("caseOfficer", TOWN_TEAM.caseOfficer, "Ksor H’Trinh", keysOf(TOWN).agency, town),
  atAgency("approver", TOWN_TEAM.approver, "Nguyễn Quang Khải", keysOf(TOWN).agency, town),
  head(COMMUNE_HEAD, "Nay Y Thoan", COMMUNE, { employer: "Ủy ban nhân dân xã Ia Sol", since: "2018-01-02" }),
  atAgency("programmeOfficer", DRAFTER, "Hồ Thị Ly", keysOf(PROVINCE).agency, province),
  atAgency("programmeOfficer", APPROVER, "Rơ Châm Sơn", keysOf(PROVINCE).agency, province),
  atAgency("administrator", ADMIN, "Trương Hoàng Phi", keysOf(PROVINCE).agency, province),
];

const decided: NamedDecision = {
  number: "182/QĐ-UBND",
  issuer: "Ủy ban nhân dân tỉnh Gia Lai",
  title:
    "Thí điểm chuyển giao một số nhiệm vụ, dịch vụ hành chính công cấp huyện sang bưu điện (dữ liệu minh họa)",
  issuedOn: "2020-03-24",
};
const handedOver: NamedDecision = {
  number: "356/QĐ-UBND",
  issuer: "Ủy ban nhân dân huyện Phú Thiện",
  title: "Chuyển giao tại Bộ phận Một cửa huyện và thị trấn Phú Thiện sang Bưu điện huyện (dữ liệu minh họa)",
  issuedOn: "2020-04-13",
};

const DISTRICT_FIELDS = ["householdBusiness", "education"] as const;
const TOWN_FIELDS = ["certification", "civilStatus"] as const;
const TASKS = ["guide", "receive", "enterData", "digitise", "assistOnline", "returnResult", "carry"] as const;

const handOver = (name: string, fields: readonly string[], drafted: string) =>
  mandateLife({
    name,
    unit: keysOf(name).unit,
    office: DISTRICT_POST,
    tasks: TASKS,
    fields,
    except: fields.includes("civilStatus") ? ["1.000894"] : [],
    autonomy: "supervised",
    from: "2020-04-20",
    to: null,
    conditions: "Niêm yết đầy đủ thủ tục, phí, lệ phí và cước phí tại quầy.",
    phase: "phase:phuThien",
    drafted: [`2020-04-14 ${drafted}`, DRAFTER],
    proposed: ["2020-04-14 09:30", DRAFTER],
    approved: ["2020-04-15 08:20", APPROVER],
    decision: handedOver,
    inForce: ["2020-04-20 13:40", APPROVER],
  });

const open = (code: string, at: string) =>
  opening({
    code,
    act: [at, DRAFTER],
    openedOn: "2020-04-20",
    address: `Bưu điện huyện, ${PLACE}`,
    equipment: { computer: 2, printer: 1, scanner: 1, camera: 1, seat: 16, priceBoard: 2, writingDesk: 2 },
    present: "Lãnh đạo huyện, Bưu điện tỉnh, Bưu điện huyện và đại diện các cơ quan trên địa bàn",
    decision: handedOver,
  });

const trained = { title: "Tập huấn một cửa cho nhân viên bưu điện", heldBy: "Văn phòng HĐND – UBND huyện" };
const who = { address: `Tổ dân phố 5, ${PLACE}`, birthProvince: "064" } as const;

/** Phú Thiện, 20 April 2020: the district's unit and the town's, and communes that are asked to propose more. */
export const PHU_THIEN: Story = {
  space: "gia-lai",
  places,
  people,
  scenes: [
    programme(["2020-03-25 08:00", DRAFTER], {
      name: "phuThien",
      title: "Chuyển giao nhiệm vụ, dịch vụ hành chính công sang bưu điện, huyện Phú Thiện",
      aim: "Bưu điện huyện tiếp nhận hồ sơ và chuyển kết quả đến tận địa chỉ; giảm chi phí, giảm tải cho cơ quan.",
      decision: decided,
      validFrom: "2020-03-24",
      validTo: null,
    }),
    scan(["2020-03-25 08:10", DRAFTER], decided),
    phase(["2020-04-14 07:30", DRAFTER], "phuThien", {
      name: "phuThien",
      label: "1: huyện và thị trấn",
      ordinal: 1,
      decision: handedOver,
      validFrom: "2020-04-20",
      validTo: null,
    }),
    scan(["2020-04-14 07:40", DRAFTER], handedOver),
    part(["2020-04-14 07:50", DRAFTER], "phuThien", () => ({
      part: "goal",
      name: "Hồ sơ tiếp nhận tại bưu điện",
      measure: "dossiersReceived",
      countedIn: "hồ sơ",
      target: 5,
      targetDay: "2021-12-31",
    })),
    training(["2020-04-14 14:00", DRAFTER], DISTRICT_FIELDS, [DISTRICT_TEAM.desk], trained),
    training(["2020-04-14 15:00", DRAFTER], TOWN_FIELDS, [TOWN_TEAM.desk], trained),
    ...handOver(DISTRICT, DISTRICT_FIELDS, "08:00"),
    ...handOver(TOWN, TOWN_FIELDS, "08:40"),
    open(DISTRICT, "2020-04-20 15:40"),
    open(TOWN, "2020-04-20 16:00"),
    ...mandateLife({
      name: COMMUNE,
      unit: keysOf(COMMUNE).unit,
      office: COMMUNE_POST,
      tasks: ["guide", "receive", "returnResult"],
      fields: ["certification", "population"],
      autonomy: "supervised",
      from: "2020-09-01",
      to: null,
      conditions: "Đề xuất của xã sau khi rà soát thủ tục theo yêu cầu của huyện.",
      drafted: ["2020-07-14 08:00", COMMUNE_HEAD],
      proposed: ["2020-07-21 09:00", COMMUNE_HEAD],
    }),
    ...errand(DISTRICT_TEAM, {
      name: "shopChange",
      procedure: "2.000720",
      who,
      received: "2020-04-21 08:05",
      decided: "2020-04-22",
      returned: "2020-04-22 14:20",
      resultNumber: "39A8-0142",
    }),
    ...errand(DISTRICT_TEAM, {
      name: "shopEnds",
      procedure: "1.001266",
      who,
      received: "2020-06-09 07:50",
      decided: "2020-06-10",
      returned: "2020-06-11 08:15",
      resultNumber: "27/TB-TCKH",
    }),
    ...errand(TOWN_TEAM, {
      name: "copy",
      procedure: "2.000815",
      who,
      received: "2020-05-12 07:40",
      decided: "2020-05-12",
      returned: "2020-05-12 14:05",
      resultNumber: "318/CT",
    }),
    ...errand(TOWN_TEAM, {
      name: "single",
      procedure: "1.004873",
      who: { ...who, ages: [22, 30] },
      received: "2022-09-13 08:10",
      decided: "2022-09-15",
      returned: "2022-09-16 08:35",
      resultNumber: "77/XNTTHN",
    }),
    ...reorganisation({
      name: "giaLai",
      title: "Sắp xếp bộ phận một cửa trên địa bàn huyện Phú Thiện",
      decision: {
        number: "1664/NQ-UBTVQH15",
        issuer: "Ủy ban Thường vụ Quốc hội",
        title: "Sắp xếp các đơn vị hành chính cấp xã của tỉnh Gia Lai năm 2025",
        issuedOn: "2025-06-16",
        source: `Số và ngày theo trí nhớ, chưa đối chiếu; phần bộ phận một cửa: ${OURS}`,
      },
      units: [ends(DISTRICT, "new:1"), ends(TOWN, "new:1"), ends(COMMUNE, "new:1")],
      newUnits: [
        newUnit("new:1", {
          code: "24043",
          name: "xã Phú Thiện",
          agencyKind: "communeCommittee",
          code2018: "000.00.61.H21",
          code2025: "H21.061",
        }),
      ],
      planned: ["2025-06-18 08:30", ADMIN],
      applied: ["2025-07-01 07:05", ADMIN],
    }),
    ...errand(DISTRICT_TEAM, {
      name: "lastShop",
      procedure: "2.000720",
      who,
      received: "2025-06-30 08:20",
      forwarded: "2025-07-01 08:10",
      decided: "2025-07-02",
      resultNumber: "39A8-0977",
    }),
  ],
};
