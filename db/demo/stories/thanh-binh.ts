import { FOUR_GROUPS } from "../province/hand-overs.ts";
import { errand } from "./errand.ts";
import { type NamedDecision, mandateLife, training } from "./mandate-scenes.ts";
import { keysOf, placesBefore } from "./places-before.ts";
import { PROVINCE_OFFICERS } from "./province-before.ts";
import { opening, scan } from "./site-scenes.ts";
import { OURS, type Scene, type Story } from "./story.ts";
import { atAgency, clerk, head, officer } from "./story-people.ts";

/** A commune of huyện Thanh Bình whose one-stop unit moved into the house of the post. */
interface Commune {
  readonly code: string;
  readonly name: string;
  readonly office: string;
  readonly agencyCode: string;
  readonly hamlet: string;
}

/** The commune whose opening the article tells: the fourth. */
const OPENED: Commune = {
  code: "30148",
  name: "xã Bình Tấn",
  office: "post:30163:30148",
  agencyCode: "000.04.26.H20",
  hamlet: "Ấp 1",
};
const EARLIER: readonly Commune[] = [
  {
    code: "30157",
    name: "xã Tân Thạnh",
    office: "post:30157",
    agencyCode: "000.01.26.H20",
    hamlet: "Ấp Bắc",
  },
  {
    code: "30166",
    name: "xã Tân Long",
    office: "post:before:30166",
    agencyCode: "000.02.26.H20",
    hamlet: "Ấp Tân Phú",
  },
  {
    code: "30163",
    name: "xã Bình Thành",
    office: "post:30163:30163",
    agencyCode: "000.03.26.H20",
    hamlet: "Ấp Bình Hòa",
  },
];
const COMMUNES = [...EARLIER, OPENED];

const DISTRICT = "huyện Thanh Bình, tỉnh Đồng Tháp";
const addressOf = ({ hamlet, name }: Commune) => `${hamlet}, ${name}, ${DISTRICT}`;
const postOf = ({ name }: Commune) => `Bưu điện Văn hóa ${name}`;

const places = placesBefore({
  units: COMMUNES.map((commune) => ({
    code: commune.code,
    kind: "communeCommittee",
    name: commune.name,
    unitName: `Bộ phận Tiếp nhận và Trả kết quả ${commune.name}`,
    agencyCode: commune.agencyCode,
    point: {
      name: `Bộ phận Một cửa tại ${postOf(commune)}`,
      address: addressOf(commune),
      office: commune.office,
    },
  })),
  // The other three stand in the reference files: a post office outlasts what the state reorganises.
  offices: [
    {
      key: "post:before:30166",
      name: "Bưu điện Văn hóa xã Tân Long",
      address: `Ấp Tân Phú, xã Tân Long, ${DISTRICT}`,
    },
  ],
});

const committee = { employer: "Ủy ban nhân dân xã Bình Tấn", since: "2018-01-02" };
const TEAM = {
  desk: "nga.story1",
  officer: "hung.story1",
  caseOfficer: "tam.story1",
  approver: "loan.story1",
} as const;

const people = [
  clerk(TEAM.desk, "Trần Thị Thúy Nga", OPENED, { employer: postOf(OPENED), since: "2018-01-02" }),
  ...EARLIER.map((commune, index) =>
    clerk(
      ["xuan.story1", "dieu.story1", "muoi.story1"][index] ?? "",
      ["Lê Thị Xuân", "Phạm Ngọc Diệu", "Nguyễn Thị Mười"][index] ?? "",
      commune,
      { employer: postOf(commune), since: "2018-01-02" },
    ),
  ),
  officer(TEAM.officer, "Nguyễn Quốc Hưng", OPENED.code, committee),
  atAgency("caseOfficer", TEAM.caseOfficer, "Phan Minh Tâm", keysOf(OPENED.code).agency, committee),
  atAgency("approver", TEAM.approver, "Huỳnh Thị Loan", keysOf(OPENED.code).agency, committee),
  head("sau.story1", "Võ Văn Sáu", OPENED.code, committee),
];

const CLERKS = ["xuan.story1", "dieu.story1", "muoi.story1", TEAM.desk];

/** How each commune came under its phase: all days but the year of the fourth are ours. */
const STEPS = [
  { phase: "phase:1", number: "215/QĐ-UBND-HC", year: "2018", trained: "2018-04-10", from: "2018-05-02" },
  { phase: "phase:2", number: "148/QĐ-UBND-HC", year: "2019", trained: "2019-02-19", from: "2019-03-04" },
  { phase: "phase:3", number: "57/QĐ-UBND-HC", year: "2020", trained: "2020-01-14", from: "2020-02-03" },
  {
    phase: "phase:3more",
    number: "1187/QĐ-UBND-HC",
    year: "2020",
    trained: "2020-09-22",
    from: "2020-10-12",
  },
] as const;

const [drafter, approver] = PROVINCE_OFFICERS;

function communeScenes(commune: Commune, index: number): readonly Scene[] {
  const step = STEPS[index] ?? STEPS[0];
  const decision: NamedDecision = {
    number: step.number,
    issuer: "Ủy ban nhân dân tỉnh Đồng Tháp",
    title: `Giao ${postOf(commune)} tiếp nhận hồ sơ và trả kết quả tại ${commune.name} (dữ liệu minh họa)`,
    issuedOn: step.trained,
    source: OURS,
  };
  // Today's demo gives Tân Thạnh and Bình Thành rights of their own, or none: theirs of then ends with the districts.
  const ends = index === 0 || index === 2;
  return [
    training([`${step.trained} 08:00`, drafter], FOUR_GROUPS, [CLERKS[index] ?? ""], {
      title: "Tập huấn tiếp nhận hồ sơ và trả kết quả bốn lĩnh vực",
      heldBy: "Phòng Nội vụ huyện Thanh Bình",
    }),
    ...mandateLife({
      name: commune.code,
      unit: keysOf(commune.code).unit,
      office: commune.office,
      tasks: ["guide", "receive", "enterData", "digitise", "assistOnline", "returnResult", "homeVisit"],
      fields: FOUR_GROUPS,
      autonomy: "supervised",
      from: step.from,
      to: null,
      conditions: "Công chức một cửa của xã cùng có mặt tại nhà làm việc của bưu điện.",
      phase: step.phase,
      drafted: [`${step.trained} 09:10`, drafter],
      proposed: [`${step.trained} 09:25`, drafter],
      approved: [`${step.trained} 14:30`, approver],
      decision,
      inForce: [`${step.from} 07:10`, approver],
      ...(ends && {
        ended: ["2025-06-30 15:30", approver] as const,
        endedBecause: "Hết giai đoạn: từ ngày 01/07/2025 bố trí lại theo xã mới",
      }),
    }),
    scan([`${step.from} 07:20`, approver], decision),
    opening({
      code: commune.code,
      act: [`${step.from} 10:00`, drafter],
      openedOn: step.from,
      address: addressOf(commune),
      equipment: { computer: 2, printer: 1, scanner: 1, seat: 12, writingDesk: 1, priceBoard: 1 },
      present: "Đại diện Bưu điện huyện Thanh Bình và Ủy ban nhân dân xã",
      decision,
    }),
  ];
}

const who = { address: addressOf(OPENED), birthProvince: "087" } as const;

/** Thanh Bình, 2020: four communes one after the other, four fields, the fourth in the extension of phase 3. */
export const THANH_BINH: Story = {
  space: "dong-thap",
  places,
  people,
  scenes: [
    ...COMMUNES.flatMap(communeScenes),
    ...errand(TEAM, {
      name: "card",
      procedure: "1.001653",
      who,
      received: "2020-10-13 08:10",
      decided: "2020-10-16",
      returned: "2020-10-19 08:30",
      resultNumber: "214/XNKT",
    }),
    ...errand(TEAM, {
      name: "school",
      procedure: "2.002481",
      who: { ...who, ages: [33, 45] },
      received: "2020-10-20 07:45",
      decided: "2020-10-22",
      returned: "2020-10-22 14:10",
      resultNumber: "31/GT-CT",
    }),
    ...errand(TEAM, {
      name: "family",
      procedure: "2.001088",
      who: { ...who, ages: [24, 34] },
      received: "2020-11-03 08:25",
      decided: "2020-11-11",
      returned: "2020-11-12 09:05",
      resultNumber: "12/QĐ-DS",
    }),
    ...errand(TEAM, {
      name: "festival",
      procedure: "1.003622",
      who,
      received: "2021-02-22 08:15",
      decided: "2021-02-25",
      returned: "2021-02-26 08:20",
      refusedBecause: "Thông báo gửi sau ngày tổ chức, đã hướng dẫn làm lại.",
    }),
    ...errand(TEAM, {
      name: "lastCard",
      procedure: "1.001653",
      who,
      received: "2025-06-24 08:30",
      decided: "2025-06-27",
      resultNumber: "88/XNKT",
    }),
  ],
};
