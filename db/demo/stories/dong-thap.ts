import { errand } from "./errand.ts";
import { HISTORIC_FIELDS, historicField } from "./historic-fields.ts";
import { type NamedDecision, mandateLife, training } from "./mandate-scenes.ts";
import { keysOf, placesBefore } from "./places-before.ts";
import { part, phase, programme, staffFreed } from "./programme-scenes.ts";
import { PROVINCE_OFFICERS } from "./province-before.ts";
import { ends, linkHeirs, newUnit, reorganisation } from "./reorganisation-scenes.ts";
import { opening, scan } from "./site-scenes.ts";
import { OURS, type Scene, type Story, noted } from "./story.ts";
import { atAgency, clerk, head, officer } from "./story-people.ts";
import { referenceId } from "#server/units/reference-table.ts";

const PROVINCE = "87";
const POST = "post:before:87";
const CENTRE = "Trung tâm Kiểm soát thủ tục hành chính và Phục vụ hành chính công tỉnh Đồng Tháp";
const LABOUR = "agency:before:87:labour";
const INFORMATION = "agency:before:87:information";
const PLACE = "thành phố Cao Lãnh, tỉnh Đồng Tháp";

const places = placesBefore({
  units: [
    {
      code: PROVINCE,
      kind: "provincialCommittee",
      name: "tỉnh Đồng Tháp",
      unitName: CENTRE,
      agencyCode: "000.00.00.H20",
      point: { name: `Trung tâm Phục vụ hành chính công, cơ sở Cao Lãnh`, address: PLACE, office: POST },
    },
  ],
  offices: [{ key: POST, name: "Bưu điện tỉnh, cơ sở Cao Lãnh", address: PLACE }],
  agencies: [
    {
      key: LABOUR,
      name: "Sở Lao động – Thương binh và Xã hội tỉnh Đồng Tháp",
      kind: "provincialDepartment",
      code: PROVINCE,
      fields: [historicField("Lao động – Thương binh và Xã hội")],
    },
    {
      key: INFORMATION,
      name: "Sở Thông tin và Truyền thông tỉnh Đồng Tháp",
      kind: "provincialDepartment",
      code: PROVINCE,
      fields: [historicField("Thông tin và Truyền thông")],
    },
  ],
});

const since = { since: "2018-01-02" };
/** The committee of the province stays, with its people; they hand over to those of today by the end of the year. */
const province = { employer: "Ủy ban nhân dân tỉnh Đồng Tháp", ...since, until: "2025-12-31" };
const [drafter, approver] = PROVINCE_OFFICERS;
const [ADMIN, HEAD] = ["huy.story4", "thuy.story4"] as const;
const LABOUR_TEAM = {
  desk: "vi.story4",
  officer: "dung.story4",
  caseOfficer: "cuc.story4",
  approver: "ba.story4",
} as const;
const INFORMATION_TEAM = { ...LABOUR_TEAM, caseOfficer: "trang.story4", approver: "quang.story4" } as const;
const labour = { employer: "Sở Lao động – Thương binh và Xã hội tỉnh Đồng Tháp", ...since };
const information = { employer: "Sở Thông tin và Truyền thông tỉnh Đồng Tháp", ...since };

const people = [
  clerk(
    LABOUR_TEAM.desk,
    "Nguyễn Ngọc Tường Vi",
    { office: POST, code: PROVINCE },
    {
      employer: "Bưu điện tỉnh Đồng Tháp",
      ...since,
    },
  ),
  officer(LABOUR_TEAM.officer, "Lê Tiến Dũng", PROVINCE, province),
  head(HEAD, "Bùi Thu Thủy", PROVINCE, province),
  atAgency("caseOfficer", LABOUR_TEAM.caseOfficer, "Trần Thị Kim Cúc", LABOUR, labour),
  atAgency("approver", LABOUR_TEAM.approver, "Nguyễn Văn Ba", LABOUR, labour),
  atAgency("caseOfficer", INFORMATION_TEAM.caseOfficer, "Phạm Thùy Trang", INFORMATION, information),
  atAgency("approver", INFORMATION_TEAM.approver, "Đoàn Minh Quang", INFORMATION, information),
  atAgency("programmeOfficer", drafter, "Nguyễn Thiện An", keysOf(PROVINCE).agency, province),
  atAgency("programmeOfficer", approver, "Huỳnh Cẩm Tú", keysOf(PROVINCE).agency, province),
  atAgency("administrator", ADMIN, "Ngô Gia Huy", keysOf(PROVINCE).agency, province),
];

const issuer = "Ủy ban nhân dân tỉnh Đồng Tháp";
const ours = (number: string, issuedOn: string, title: string): NamedDecision => ({
  number,
  issuer,
  title: `${title} (dữ liệu minh họa)`,
  issuedOn,
});
const scheme = ours(
  "96/QĐ-UBND-HC",
  "2018-02-12",
  "Phê duyệt Đề án thí điểm chuyển giao nhiệm vụ hành chính công cho ngành Bưu điện",
);
const RECOGNISED: NamedDecision = {
  number: "468/QĐ-TTg",
  issuer: "Thủ tướng Chính phủ",
  title:
    "Phê duyệt Đề án đổi mới việc thực hiện cơ chế một cửa, một cửa liên thông trong giải quyết thủ tục hành chính",
  issuedOn: "2021-03-27",
  source: "Bài viết về Đề án của tỉnh Đồng Tháp nêu số, ngày và tên quyết định",
};
const atCentre = ours(
  "73/QĐ-UBND-HC",
  "2020-01-15",
  "Chuyển giao 11 lĩnh vực tại Trung tâm cho Bưu điện tỉnh",
);

const PHASES = [
  ["1", "1", 1, ours("101/QĐ-UBND-HC", "2018-03-01", "Giai đoạn 1 của Đề án"), "2018-04-02"],
  ["2", "2", 2, ours("12/QĐ-UBND-HC", "2019-01-08", "Giai đoạn 2 của Đề án"), "2019-01-15"],
  ["3", "3", 3, ours("8/QĐ-UBND-HC", "2020-01-06", "Giai đoạn 3 của Đề án"), "2020-01-13"],
  [
    "3more",
    "3 mở rộng",
    3,
    ours("1120/QĐ-UBND-HC", "2020-09-08", "Giai đoạn 3 mở rộng của Đề án"),
    "2020-09-14",
  ],
  ["after", "Sau khi được công nhận", 4, RECOGNISED, "2021-03-27"],
] as const;
/** When each phase was written down: the working day on which it began, or the next. */
const WRITTEN = ["2018-04-02", "2019-01-15", "2020-01-13", "2020-09-14", "2021-03-29"];

function schemeScenes(): readonly Scene[] {
  return [
    programme(["2018-02-26 08:00", drafter], {
      name: "scheme",
      title: "Đề án thí điểm chuyển giao nhiệm vụ hành chính và dịch vụ công cho ngành Bưu điện",
      aim: "Ba cấp tỉnh, huyện, xã: bưu điện tham gia tiếp nhận hồ sơ và trả kết quả; tiết kiệm biên chế, giảm chi.",
      decision: scheme,
      validFrom: "2018-02-12",
      validTo: null,
    }),
    scan(["2018-02-26 08:20", drafter], scheme),
    ...PHASES.flatMap(([name, label, ordinal, decision, validFrom], index) => [
      phase([`${WRITTEN[index] ?? ""} 07:15`, drafter], "scheme", {
        name,
        label,
        ordinal,
        decision,
        validFrom,
        validTo: null,
      }),
      scan([`${WRITTEN[index] ?? ""} 07:25`, drafter], decision),
    ]),
    part(["2020-01-16 08:00", drafter], "scheme", () => ({
      part: "goal",
      name: "Lĩnh vực chuyển giao ở cả ba cấp",
      measure: "fieldsInForce",
      countedIn: "lĩnh vực",
      target: 11,
      targetDay: "2021-03-31",
    })),
    part(["2020-01-16 08:10", drafter], "scheme", (stage) => ({
      part: "rule",
      unitId: referenceId(keysOf(PROVINCE).unit),
      content: { kind: "handOverTime", times: ["10:30", "16:00"] },
      note: "Bàn giao hồ sơ giấy giữa bưu điện và sở trong ngày.",
      decision: { id: noted(stage, "decision:8/QĐ-UBND-HC") },
      validFrom: "2020-02-03",
      validTo: null,
    })),
  ];
}

const ALL_FIELDS = HISTORIC_FIELDS.map(({ code }) => code);
const who = { address: `Khóm 2, phường 1, ${PLACE}`, birthProvince: "087" } as const;

/** Đồng Tháp, three phases at three levels: eleven fields at the provincial centre, recognised by Decision 468. */
export const DONG_THAP: Story = {
  space: "dong-thap",
  places,
  people,
  scenes: [
    ...schemeScenes(),
    training(["2020-01-16 14:00", drafter], ALL_FIELDS, [LABOUR_TEAM.desk], {
      title: "Tập huấn 11 lĩnh vực cho nhân viên Bưu điện tỉnh",
      heldBy: CENTRE,
    }),
    ...mandateLife({
      name: PROVINCE,
      unit: keysOf(PROVINCE).unit,
      office: POST,
      tasks: ["guide", "receive", "enterData", "digitise", "returnResult"],
      fields: ALL_FIELDS,
      autonomy: "independent",
      from: "2020-02-03",
      to: null,
      conditions: "Theo Quy chế phối hợp quản lý việc thí điểm chuyển giao.",
      phase: "phase:3",
      drafted: ["2020-01-16 08:30", drafter],
      proposed: ["2020-01-16 08:45", drafter],
      approved: ["2020-01-17 09:00", approver],
      decision: atCentre,
      inForce: ["2020-02-03 07:10", approver],
    }),
    scan(["2020-02-03 07:30", approver], atCentre),
    opening({
      code: PROVINCE,
      act: ["2020-02-03 10:30", drafter],
      openedOn: "2020-02-03",
      address: PLACE,
      equipment: {
        computer: 4,
        printer: 2,
        scanner: 2,
        camera: 2,
        queueMachine: 1,
        seat: 40,
        writingDesk: 4,
        priceBoard: 3,
      },
      present: "Đại diện các sở, Trung tâm và Bưu điện tỉnh",
      decision: atCentre,
    }),
    staffFreed(["2020-06-30 08:30", drafter], (stage) => ({
      unitId: referenceId(keysOf(PROVINCE).unit),
      agencyId: null,
      postTitle: "Công chức trực tiếp nhận hồ sơ tại Trung tâm",
      persons: 6,
      freedOn: "2020-03-02",
      mandateId: null,
      phaseId: noted(stage, "phase:3"),
      wentTo: "otherWork",
      wentToWords: "Về sở để bố trí nhiệm vụ khác",
      note: "Bài viết không nêu con số; sáu người là dữ liệu minh họa",
    })),
    ...errand(LABOUR_TEAM, {
      name: "workRules",
      procedure: "2.001955",
      who,
      received: "2020-03-10 08:05",
      decided: "2020-03-17",
      returned: "2020-03-18 08:25",
      resultNumber: "55/SLĐTBXH",
    }),
    ...errand(INFORMATION_TEAM, {
      name: "website",
      procedure: "2.001098",
      who,
      received: "2020-08-11 08:20",
      decided: "2020-08-21",
      returned: "2020-08-24 09:10",
      resultNumber: "14/GP-TTĐT",
    }),
    ...errand(LABOUR_TEAM, {
      name: "workRules2",
      procedure: "2.001955",
      who,
      received: "2021-04-06 07:50",
      decided: "2021-04-13",
      returned: "2021-04-14 14:30",
      resultNumber: "71/SLĐTBXH",
    }),
    ...errand(INFORMATION_TEAM, {
      name: "website2",
      procedure: "2.001098",
      who,
      received: "2024-10-08 08:00",
      decided: "2024-10-17",
      returned: "2024-10-18 08:45",
      refusedBecause: "Chưa đủ điều kiện về nhân sự quản lý nội dung, đã hướng dẫn bổ sung.",
    }),
    ...reorganisation({
      name: "dongThap",
      title: "Sắp xếp bộ phận một cửa của tỉnh Đồng Tháp theo mô hình hai cấp",
      decision: {
        number: "1663/NQ-UBTVQH15",
        issuer: "Ủy ban Thường vụ Quốc hội",
        title: "Sắp xếp các đơn vị hành chính cấp xã của tỉnh Đồng Tháp năm 2025",
        issuedOn: "2025-06-16",
        source: `Số và ngày theo trí nhớ, chưa đối chiếu; phần bộ phận một cửa: ${OURS}`,
      },
      units: [
        ends(PROVINCE, "unit:province:82"),
        ends("30148", "unit:commune:30163", true),
        ends("30163", "unit:commune:30163", true),
        ends("30157", "unit:commune:30157", true),
        ends("30166", "new:1"),
        ends("877", "new:2"),
      ],
      newUnits: [
        newUnit("new:1", {
          code: "30154",
          name: "xã Tân Long",
          agencyKind: "communeCommittee",
          code2018: "000.00.37.H20",
          code2025: "H20.037",
        }),
        newUnit("new:2", {
          code: "30244",
          name: "xã Phú Hựu",
          agencyKind: "communeCommittee",
          code2018: "000.00.38.H20",
          code2025: "H20.038",
        }),
      ],
      planned: ["2025-06-18 08:00", ADMIN],
      applied: ["2025-07-01 07:00", ADMIN],
    }),
    linkHeirs(["2025-07-01 07:00", ADMIN], "dongThap", [
      ...heirsOfPoint("30148", "30163:30148", ["3", "1"]),
      ...heirsOfPoint("30163", "30163:30163", ["2", "1"]),
      ...heirsOfPoint("30157", "30157", ["1", "3"]),
      { kind: "agency", predecessor: LABOUR, successor: "agency:department:homeAffairs" },
      { kind: "agency", predecessor: INFORMATION, successor: "agency:department:culture" },
    ]),
  ],
};

/** A point of then went on as one that the reference files have: its own counter and the post's, by their numbers. */
function heirsOfPoint(code: string, today: string, [own, post]: readonly [string, string]) {
  const before = keysOf(code);
  return [
    { kind: "receptionPoint", predecessor: before.point, successor: `point:${today}` },
    { kind: "counter", predecessor: before.ownCounter, successor: `counter:${today}:${own}` },
    { kind: "counter", predecessor: before.postCounter, successor: `counter:${today}:${post}` },
  ] as const;
}
