import type { Autonomy } from "#domain/mandate/mandate.ts";
import { referenceId } from "#server/units/reference-table.ts";
import { errand } from "./errand.ts";
import { type NamedDecision, mandateLife, training } from "./mandate-scenes.ts";
import { keysOf, placesBefore } from "./places-before.ts";
import { part, phase, programme } from "./programme-scenes.ts";
import { ends, newUnit, reorganisation } from "./reorganisation-scenes.ts";
import { opening, putRight, scan, survey } from "./site-scenes.ts";
import { OURS, type Scene, type Story } from "./story.ts";
import { atAgency, clerk, head, officer } from "./story-people.ts";

const PROVINCE = "74";
const CITY = "thành phố Thủ Dầu Một, tỉnh Bình Dương";
const POST = "post:before:718";
const CENTRE = "Trung tâm Hành chính công tỉnh Bình Dương";

/** The five wards of the decision, the first one with a story of its own. */
const WARDS = [
  { code: "25750", name: "phường Phú Hòa", agencyCode: "000.01.21.H09" },
  { code: "25744", name: "phường Phú Lợi", agencyCode: "000.02.21.H09" },
  { code: "25762", name: "phường Phú Mỹ", agencyCode: "000.03.21.H09" },
  { code: "25753", name: "phường Phú Thọ", agencyCode: "000.04.21.H09" },
  { code: "25759", name: "phường Định Hòa", agencyCode: "000.05.21.H09" },
] as const;
const [WARD, , , , LACKING] = WARDS;

const places = placesBefore({
  units: [
    ...WARDS.map(({ code, name, agencyCode }) => ({
      code,
      kind: "communeCommittee" as const,
      name,
      unitName: `Bộ phận Tiếp nhận và Trả kết quả ${name}`,
      agencyCode,
      point: { name: `Bộ phận Một cửa ${name}`, address: `Trụ sở ${name}, ${CITY}`, office: POST },
    })),
    {
      code: PROVINCE,
      kind: "provincialCommittee",
      name: "tỉnh Bình Dương",
      unitName: CENTRE,
      agencyCode: "000.00.00.H09",
      point: { name: CENTRE, address: `Trung tâm hành chính tỉnh, ${CITY}`, office: POST },
    },
  ],
  offices: [{ key: POST, name: "Bưu điện Thủ Dầu Một", address: CITY }],
});

const toThisDay = { since: "2018-01-02", until: null } as const;
const ward = { employer: "Ủy ban nhân dân phường Phú Hòa", ...toThisDay };
const province = { employer: "Ủy ban nhân dân tỉnh Bình Dương", ...toThisDay };
const post = { employer: "Bưu điện Thủ Dầu Một", since: "2018-01-02" };
const TEAM = {
  desk: "thi.story5",
  officer: "vinh.story5",
  caseOfficer: "nhu.story5",
  approver: "tan.story5",
} as const;
const [DRAFTER, APPROVER, ADMIN] = ["gia.story5", "kha.story5", "lan.story5"] as const;
const [HEAD, OTHER_HEAD] = ["ngan.story5", "thang.story5"] as const;
const CLERKS = [TEAM.desk, "hoai.story5", "men.story5", "tien.story5", "uyen.story5"] as const;
const CLERK_NAMES = ["Đặng Anh Thi", "Lê Thị Hoài", "Phan Thị Mến", "Võ Thủy Tiên", "Ngô Tú Uyên"] as const;

const people = [
  ...WARDS.map(({ code }, index) =>
    clerk(
      CLERKS[index] ?? "",
      CLERK_NAMES[index] ?? "",
      { office: POST, code },
      index === 0 ? { ...post, until: null } : post,
    ),
  ),
  officer(TEAM.officer, "Trần Quang Vinh", WARD.code, ward),
  atAgency("caseOfficer", TEAM.caseOfficer, "Hồ Thị Ý Như", keysOf(WARD.code).agency, ward),
  atAgency("approver", TEAM.approver, "Nguyễn Nhật Tân", keysOf(WARD.code).agency, ward),
  head(HEAD, "Lý Kim Ngân", WARD.code, ward),
  head(OTHER_HEAD, "Bùi Đức Thắng", LACKING.code, {
    employer: "Ủy ban nhân dân phường Định Hòa",
    since: "2018-01-02",
  }),
  atAgency("programmeOfficer", DRAFTER, "Phùng Gia Hân", keysOf(PROVINCE).agency, province),
  atAgency("programmeOfficer", APPROVER, "Mai Khả Doanh", keysOf(PROVINCE).agency, province),
  atAgency("administrator", ADMIN, "Dương Ngọc Lân", keysOf(PROVINCE).agency, province),
];

const issuer = "Ủy ban nhân dân tỉnh Bình Dương";
const pilot: NamedDecision = {
  number: "3054/QĐ-UBND",
  issuer,
  title:
    "Phê duyệt Đề án thí điểm bố trí nhân viên bưu điện tại bộ phận một cửa của UBND cấp xã thuộc TP. Thủ Dầu Một, giai đoạn 2018–2020",
  issuedOn: "2018-10-31",
  source: "Bài viết về năm phường của Thủ Dầu Một nêu số, ngày và tên quyết định",
};
const supervised: NamedDecision = {
  number: "1862/QĐ-UBND",
  issuer,
  title: "Nhân viên bưu điện tự tiếp nhận, có giám sát, tại năm phường (dữ liệu minh họa)",
  issuedOn: "2019-06-24",
};
const independent: NamedDecision = {
  number: "3790/QĐ-UBND",
  issuer,
  title: "Tiếp tục sau thí điểm: giao việc độc lập cho nhân viên bưu điện tại năm phường (dữ liệu minh họa)",
  issuedOn: "2020-12-21",
};

const FIELDS = ["certification", "civilStatus"] as const;
/** Marriage is signed before a civil servant; the second one is what the list leaves out. */
const OUTSIDE_LIST = "1.004884";
const EXCEPT = ["1.000894", OUTSIDE_LIST] as const;

interface Step {
  readonly autonomy: Autonomy;
  readonly decision: NamedDecision;
  readonly phase: string;
  readonly from: string;
  readonly to: string | null;
  readonly day: string;
}

/** Step by step to independence, each step a mandate of its own. */
const STEPS: readonly Step[] = [
  {
    autonomy: "assist",
    decision: pilot,
    phase: "phase:pilot",
    from: "2018-11-15",
    to: "2019-06-30",
    day: "2018-11-06",
  },
  {
    autonomy: "supervised",
    decision: supervised,
    phase: "phase:pilot",
    from: "2019-07-01",
    to: "2020-12-31",
    day: "2019-06-25",
  },
  {
    autonomy: "independent",
    decision: independent,
    phase: "phase:afterPilot",
    from: "2021-01-01",
    to: null,
    day: "2020-12-22",
  },
];

function stepScenes({ autonomy, decision, phase: of, from, to, day }: Step): readonly Scene[] {
  return WARDS.flatMap(({ code }) =>
    mandateLife({
      name: `${code}:${autonomy}`,
      unit: keysOf(code).unit,
      office: POST,
      tasks: ["guide", "receive", "enterData", "digitise", "returnResult"],
      fields: FIELDS,
      except: EXCEPT,
      autonomy,
      from,
      to,
      conditions: "Nhân viên bưu điện ngồi quầy riêng, có decal, dùng tài khoản của mình.",
      phase: of,
      drafted: [`${day} 08:10`, DRAFTER],
      proposed: [`${day} 09:10`, DRAFTER],
      approved: [`${day} 14:10`, APPROVER],
      decision,
      inForce: [`${day} 15:10`, APPROVER],
    }),
  );
}

const openings = WARDS.map(({ code, name }) =>
  opening({
    code,
    act: ["2018-11-15 10:00", DRAFTER],
    openedOn: "2018-11-15",
    address: `Trụ sở ${name}, ${CITY}`,
    equipment: { computer: 2, printer: 1, seat: 10, priceBoard: 1 },
    present: "Đại diện Ủy ban nhân dân phường và Bưu điện tỉnh",
    decision: pilot,
  }),
);

const MEMBERS = `${CENTRE}, Sở Thông tin và Truyền thông, UBND TP. Thủ Dầu Một, Bưu điện tỉnh`;
const surveys: readonly Scene[] = [
  survey({
    code: WARD.code,
    act: ["2019-09-17 08:30", DRAFTER],
    members: MEMBERS,
    note: "Quầy riêng, có máy tính và decal, ở vị trí thuận lợi. Ngày khảo sát là dữ liệu minh họa.",
    lacking: [],
    findings: [],
  }),
  survey({
    code: LACKING.code,
    act: ["2019-09-17 14:00", DRAFTER],
    members: MEMBERS,
    note: "Đa số các phường đã bố trí quầy riêng; phường này dùng chung quầy (dữ liệu minh họa).",
    lacking: [
      { item: "ownCounter", answer: "notMet", words: "Nhân viên bưu điện dùng chung quầy của công chức" },
    ],
    findings: [
      {
        item: "ownCounter",
        words: "Chưa bố trí quầy riêng cho nhân viên bưu điện",
        severity: "serious",
        deadline: "2019-11-29",
        responsible: "Ủy ban nhân dân phường Định Hòa",
      },
    ],
  }),
  ...putRight(
    LACKING.code,
    ["2019-11-05 08:30", OTHER_HEAD],
    "Đã bố trí quầy 2 cho nhân viên bưu điện, dán decal",
    ["2019-11-12 09:00", DRAFTER],
  ),
];

const who = { address: `Khu phố 3, phường Phú Hòa, ${CITY}`, birthProvince: "074" } as const;

/** A task outside of the list: the head of the unit gives it, the clerk does it, and the act names it. */
const outsideTheList: readonly Scene[] = [
  {
    at: "2020-05-12 07:20",
    by: HEAD,
    play: async ({ call, people: known }) => {
      await call("POST", "/assignments", {
        unitId: referenceId(keysOf(WARD.code).unit),
        accountId: known.get(TEAM.desk)?.accountId ?? "",
        task: "receive",
        procedureCode: OUTSIDE_LIST,
        reason: "Công chức hộ tịch đi họp; thủ tục ngoài danh mục của đề án",
        standsBy: false,
      });
    },
  },
  ...errand(TEAM, {
    name: "birthAgain",
    procedure: OUTSIDE_LIST,
    who,
    received: "2020-05-12 08:10",
    decided: "2020-05-18",
    returned: "2020-05-19 08:40",
    returnedBy: TEAM.officer,
    resultNumber: "09/GKS-ĐKL",
  }),
];

const heirs = [
  newUnit("new:1", successor("25750", "phường Phú Lợi", "71")),
  newUnit("new:2", successor("25760", "phường Bình Dương", "72")),
  newUnit("new:3", successor("25747", "phường Thủ Dầu Một", "73")),
  newUnit("new:4", successor("25771", "phường Chánh Hiệp", "74")),
  newUnit("new:5", {
    code: "79",
    name: "Thành phố Hồ Chí Minh",
    agencyKind: "provincialCommittee",
    code2018: "000.00.00.H29",
    code2025: "H29",
  }),
];

function successor(code: string, name: string, number: string) {
  const codes = { code2018: `000.00.${number}.H29`, code2025: `H29.0${number}` };
  return { code, name, agencyKind: "communeCommittee", ...codes } as const;
}

/** Thủ Dầu Một, 2018–2020: five wards, a counter of the post's own, tasks outside of the list, independence. */
export const THU_DAU_MOT: Story = {
  space: "binh-duong",
  places,
  people,
  scenes: [
    programme(["2018-11-05 08:00", DRAFTER], {
      name: "wards",
      title: "Thí điểm bố trí nhân viên bưu điện tại bộ phận một cửa của năm phường, TP. Thủ Dầu Một",
      aim: "Nhân viên bưu điện tiếp nhận hồ sơ, trả kết quả tại quầy riêng; từng bước giao việc độc lập.",
      decision: pilot,
      validFrom: "2018-10-31",
      validTo: null,
    }),
    scan(["2018-11-05 08:10", DRAFTER], pilot),
    phase(["2018-11-05 08:20", DRAFTER], "wards", {
      name: "pilot",
      label: "Thí điểm 2018–2020",
      ordinal: 1,
      decision: pilot,
      validFrom: "2018-10-31",
      validTo: "2020-12-31",
    }),
    part(["2018-11-05 08:30", DRAFTER], "wards", () => ({
      part: "goal",
      name: "Phường có nhân viên bưu điện tại bộ phận một cửa",
      measure: "unitsInForce",
      countedIn: "phường",
      target: 5,
      targetDay: "2020-12-31",
    })),
    phase(["2020-12-22 07:20", DRAFTER], "wards", {
      name: "afterPilot",
      label: "Tiếp tục sau thí điểm",
      ordinal: 2,
      decision: independent,
      validFrom: "2021-01-01",
      validTo: null,
    }),
    training(["2018-11-07 08:00", DRAFTER], FIELDS, CLERKS, {
      title: "Tập huấn nghiệp vụ một cửa cho nhân viên bưu điện",
      heldBy: CENTRE,
    }),
    ...STEPS.flatMap(stepScenes),
    ...openings,
    ...surveys,
    ...errand(TEAM, {
      name: "firstCopy",
      procedure: "2.000815",
      who,
      received: "2019-02-18 08:05",
      confirmed: "2019-02-18 08:30",
      decided: "2019-02-18",
      returned: "2019-02-18 14:00",
      returnConfirmed: "2019-02-18 14:25",
      resultNumber: "101/CT",
    }),
    ...errand(TEAM, {
      name: "single5",
      procedure: "1.004873",
      who: { ...who, ages: [22, 31] },
      received: "2019-09-10 08:15",
      decided: "2019-09-12",
      returned: "2019-09-13 08:30",
      resultNumber: "58/XNTTHN",
    }),
    ...outsideTheList,
    ...errand(TEAM, {
      name: "birth",
      procedure: "1.001193",
      who: { ...who, ages: [24, 33] },
      received: "2021-03-16 07:50",
      decided: "2021-03-16",
      returned: "2021-03-16 14:10",
      resultNumber: "44/GKS",
    }),
    ...errand(TEAM, {
      name: "copy5",
      procedure: "2.000815",
      who,
      received: "2023-10-10 08:20",
      decided: "2023-10-10",
      returned: "2023-10-10 15:00",
      refusedBecause: "Bản chính bị tẩy xóa, không chứng thực được.",
    }),
    ...reorganisation({
      name: "binhDuong",
      title: "Sắp xếp bộ phận một cửa của năm phường và Trung tâm Hành chính công tỉnh Bình Dương",
      decision: {
        number: "1685/NQ-UBTVQH15",
        issuer: "Ủy ban Thường vụ Quốc hội",
        title: "Sắp xếp các đơn vị hành chính cấp xã của Thành phố Hồ Chí Minh năm 2025",
        issuedOn: "2025-06-16",
        source: `Số và ngày theo trí nhớ, chưa đối chiếu; phần bộ phận một cửa: ${OURS}`,
      },
      units: [
        ends("25750", "new:1"),
        ends("25744", "new:1"),
        ends("25762", "new:2"),
        ends("25753", "new:3"),
        ends("25759", "new:4"),
        ends(PROVINCE, "new:5"),
      ],
      newUnits: heirs,
      planned: ["2025-06-18 09:00", ADMIN],
      applied: ["2025-07-01 07:10", ADMIN],
    }),
    ...errand(TEAM, {
      name: "lastSingle",
      procedure: "1.004873",
      who: { ...who, ages: [24, 35] },
      received: "2025-06-30 08:10",
      forwarded: "2025-07-01 08:30",
      decided: "2025-07-03",
      resultNumber: "212/XNTTHN",
    }),
  ],
};
