import { OWN_CARRIER } from "#domain/postal/order-terms.ts";
import { localTime } from "#domain/shared/instant.ts";
import { addDays } from "#domain/shared/plain-date.ts";
import { referenceId } from "#server/units/reference-table.ts";
import { v7 as uuidv7 } from "uuid";
import { PILOT_UNIT } from "../../people.ts";
import { UNIT_HEADS } from "../staff.ts";
import { type DemoEvent, type LifeStage, momentBefore, openingOf } from "./play-lives.ts";
import { openMailRoute, openShelf } from "./postal-places.ts";
import { FAMILIES } from "./visitors.ts";

/** What happens beside single dossiers: the telephones of the units, a day off of one commune, a visit of four families, two proposals. */
export function otherEvents(stage: LifeStage): readonly DemoEvent[] {
  const event = (before: number, by: string, happen: Happening): DemoEvent => ({
    at: momentBefore(stage.clock, before),
    happen: async () => happen(await stage.callerOf(by), stage, before),
  });
  return [
    ...UNIT_HEADS.map(({ username, at }, index) => ({
      at: stage.clock.openingBefore(WHOLE_DEMO_DAYS),
      happen: async () => {
        const call = await stage.callerOf(username);
        await call("PUT", `/unit-phones/${referenceId(at.key)}`, { phone: demoPhone(index) });
      },
    })),
    event(6.7, "quyen.admin", dayOff),
    event(6.6, "quyen.admin", numberRange),
    event(6.5, "duc.officer", openShelf),
    event(6.4, "lan.clerk", mailRoute),
    event(0.92, "duc.officer", fourFamilies),
    ...PROPOSALS.map((proposal, index) => event(2.3 - index * 0.4, proposal.by, propose(proposal))),
  ];
}

type Happening = (
  call: Awaited<ReturnType<LifeStage["callerOf"]>>,
  stage: LifeStage,
  before: number,
) => Promise<void>;

/** More working days than a demo has behind it: its first one. */
const WHOLE_DEMO_DAYS = 60;

/** No number of anybody: what forms of the unit print, so that no blank is left on them. @example demoPhone(0) → "0277 000 0000" */
function demoPhone(index: number): string {
  return `0277 000 000${index}`;
}

/** The numbers of Phiếu gửi: invented, as all of the demo. */
const numberRange: Happening = async (call) => {
  const range = {
    carrier: OWN_CARRIER,
    service: "PA",
    country: "VN",
    fromSerial: 26_110_001,
    toSerial: 26_119_999,
  };
  await call("POST", "/postal/ranges", range);
};

/** How many working days after the demo's now one commune takes in but does not count. */
const DAY_OFF_IN = 2;

/** What is received from now on skips the day; what was promised before stays until somebody moves it. */
const dayOff: Happening = async (call, { clock }, before) => {
  const day = localTime(momentBefore(clock, -DAY_OFF_IN)).day;
  await call("POST", "/calendar-entries", {
    placeKind: "agency",
    placeId: referenceId("agency:commune:30163"),
    content: {
      kind: "days",
      from: day,
      to: day,
      name: "Chuyển kho hồ sơ sang trụ sở mới",
      openForIntake: true,
      countsForDeadline: false,
      sessions: null,
    },
    decision: {
      number: "91/QĐ-UBND",
      issuedOn: localTime(momentBefore(clock, before)).day,
      signer: "Chủ tịch Ủy ban nhân dân xã Bình Thành (dữ liệu minh họa)",
    },
  });
};

const mailRoute: Happening = async (call, { callerOf, clock }, before) =>
  openMailRoute(call, await callerOf("binh.courier"), localTime(momentBefore(clock, before)).day);

const fourFamilies: Happening = async (call, { clock, reference }, before) => {
  const { rows } = (await call("POST", "/dossier-groups", {
    groupId: uuidv7(),
    name: "Chuyển trường, cụm dân cư ấp Bình Trung",
    ...openingOf("2.002481", localTime(momentBefore(clock, before)).day, reference),
    rows: FAMILIES.map((who) => ({ rowId: uuidv7(), applicant: { kind: "person", ...who } })),
  })) as { rows: readonly { received: unknown; refusal: unknown }[] };
  const refused = rows.find(({ received }) => received === null);
  if (refused) throw new Error(`A family is not received: ${JSON.stringify(refused.refusal)}`);
};

interface Proposal {
  readonly by: string;
  readonly unit: string;
  readonly office: string;
  readonly fields: readonly string[];
  readonly autonomy: "assist" | "supervised";
  readonly conditions: string;
  readonly reason: string;
}

const PROPOSALS: readonly Proposal[] = [
  {
    by: "hanh.head",
    unit: PILOT_UNIT,
    office: "post:30163:30163",
    fields: ["certification", "education", "population"],
    autonomy: "assist",
    conditions: "Công chức xác nhận từng việc trong ba tháng đầu (dữ liệu minh họa)",
    reason: "Quầy Bưu điện Văn hóa xã Bình Thành có người nhưng chưa được giao việc",
  },
  {
    by: "thao.programme",
    unit: "unit:commune:29869",
    office: "post:29869",
    fields: ["socialProtection", "children"],
    autonomy: "supervised",
    conditions: "Chỉ sau khi nhân viên đã tập huấn hai lĩnh vực này (dữ liệu minh họa)",
    reason: "Hồ sơ trợ cấp dồn vào đầu tháng, quầy của bưu điện còn thời gian",
  },
];

/** Drafted and proposed on one day; somebody else is to decide it. */
const propose =
  (proposal: Proposal): Happening =>
  async (call, { clock }, before) => {
    const { day } = localTime(momentBefore(clock, before));
    const { mandateId, version } = await call("POST", "/mandates", {
      unitId: referenceId(proposal.unit),
      postOfficeId: referenceId(proposal.office),
      counterIds: [],
      tasks: ["guide", "receive", "enterData", "digitise", "returnResult"],
      fieldCodes: proposal.fields,
      procedureCodes: [],
      exceptProcedureCodes: [],
      autonomy: proposal.autonomy,
      validFrom: addDays(day, 30),
      validTo: addDays(day, 395),
      conditions: proposal.conditions,
    });
    await call("POST", `/mandates/${String(mandateId)}/moves`, {
      move: "propose",
      version,
      reason: proposal.reason,
    });
  };
