import type { StepInput } from "#contract/steps.ts";
import { type Instant, localTime } from "#domain/shared/instant.ts";
import type { Reference } from "#server/units/reference.ts";
import type { PlannedAct, ProvincePlan } from "./plan-province.ts";
import type { Caller } from "./staff-sessions.ts";

/** Something done to a step of a dossier at a moment. */
export interface StepDoing {
  readonly at: Instant;
  readonly by: string;
  readonly dossier: number;
  readonly step: "workStep";
  readonly key: string;
  readonly doing: "taking" | "finish";
  /** Papers that the step yields, by name. */
  readonly yields: readonly string[];
}

type Doing = readonly [key: string, doing: StepDoing["doing"]];

/** An internal procedure of the demo, and in which order its steps are taken and finished. */
interface DemoProcedure {
  readonly code: string;
  readonly decision: string;
  readonly steps: readonly StepInput[];
  readonly doings: readonly Doing[];
}

const step = (key: string, name: string, hours: number, ...after: string[]): StepInput => ({
  key,
  name,
  role: "caseOfficer",
  agencyId: null,
  limit: { amount: hours, unit: "workingHour" },
  after,
  yields: [],
});
const done = (key: string): readonly Doing[] => [
  [key, "taking"],
  [key, "finish"],
];

/** Invented for the demo; no province's own. The steps of each fit into its published limit. */
const PROCEDURES: readonly DemoProcedure[] = [
  {
    code: "1.004873",
    decision: "112/QĐ-UBND",
    steps: [
      step("check", "Kiểm tra hồ sơ", 4),
      step("data", "Tra cứu cơ sở dữ liệu hộ tịch", 8, "check"),
      step("draft", "Dự thảo giấy xác nhận", 8, "data"),
    ],
    doings: [...done("check"), ...done("data"), ...done("draft")],
  },
  {
    code: "1.004884",
    decision: "113/QĐ-UBND",
    steps: [
      { ...step("appraise", "Thẩm định hồ sơ", 8), yields: ["Phiếu thẩm định"] },
      step("verify", "Xác minh nơi đăng ký trước đây", 16, "appraise"),
      step("book", "Tra cứu sổ hộ tịch lưu trữ", 8, "appraise"),
      step("draft", "Dự thảo giấy khai sinh", 8, "verify", "book"),
    ],
    // The archive is looked up while the verification is under way.
    doings: [
      ...done("appraise"),
      ["verify", "taking"],
      ...done("book"),
      ["verify", "finish"],
      ...done("draft"),
    ],
  },
  {
    code: "1.004859",
    decision: "114/QĐ-UBND",
    steps: [
      step("appraise", "Thẩm định căn cứ cải chính", 8),
      step("draft", "Dự thảo quyết định cải chính", 8, "appraise"),
    ],
    doings: [...done("appraise"), ...done("draft")],
  },
];

const DAY_MINUTES = 480;
/** The internal procedures are as old as this: what was received before is worked without. */
const SINCE_DAYS = 10;

/** When the internal procedures of the demo are recorded. */
export function stepsSince({ clock }: ProvincePlan): Instant {
  return clock.at(clock.nowMinute - SINCE_DAYS * DAY_MINUTES);
}

/** Records the internal procedures, for every commune of the space, as an administrator does. */
export async function recordProcedures(caller: Caller, reference: Reference, at: Instant): Promise<void> {
  const { day } = localTime(at);
  for (const { code, decision, steps } of PROCEDURES) {
    const version = reference.versionsByCode
      .get(code)
      ?.find(({ validFrom, validTo }) => validFrom <= day && (validTo === null || day <= validTo));
    if (!version) continue;
    await caller("POST", "/internal-procedures", {
      procedureVersionId: version.id,
      agencyId: null,
      validFrom: day,
      steps,
      decision: { number: decision, issuedOn: day, signer: "Chủ tịch (dữ liệu minh họa)" },
      seenId: null,
    });
  }
}

/**
 * What is done to the steps of the dossiers that are worked by them: all between the taking and the outcome, and of what
 * is still in work as many as make the queue look like one.
 */
export function stepDoings(plan: ProvincePlan, reference: Reference): readonly StepDoing[] {
  const since = stepsSince(plan);
  const ofDossier = new Map<number, PlannedAct[]>();
  for (const act of plan.acts) ofDossier.set(act.dossier, [...(ofDossier.get(act.dossier) ?? []), act]);
  return [...ofDossier.values()].flatMap((acts) => {
    const [first] = acts;
    const taken = acts.find((act) => act.step === "take");
    if (first?.step !== "receive" || first.at <= since || !taken) return [];
    const code = reference.versionsById.get(first.form.procedureVersionId)?.content.code;
    const procedure = PROCEDURES.find((one) => one.code === code);
    if (!procedure) return [];
    const outcome = acts.find((act) => act.step === "recordOutcome");
    const doings = outcome ? procedure.doings : procedure.doings.slice(0, (first.dossier % 4) + 1);
    return spread(plan, procedure, doings, taken, outcome?.at);
  });
}

function spread(
  { clock }: ProvincePlan,
  { steps }: DemoProcedure,
  doings: readonly Doing[],
  { at: from, by, dossier }: PlannedAct,
  until: Instant | undefined,
): readonly StepDoing[] {
  const start = clock.minuteOf(from);
  const room = (until === undefined ? clock.nowMinute - 2 : clock.minuteOf(until)) - start;
  return doings.map(([key, doing], index) => ({
    at: clock.at(start + (room * (index + 1)) / (doings.length + 1)),
    by,
    dossier,
    step: "workStep",
    key,
    doing,
    yields: steps.find((one) => one.key === key)?.yields ?? [],
  }));
}
