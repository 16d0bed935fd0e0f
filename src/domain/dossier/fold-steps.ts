import type { TimeLimit } from "../calendar/time-limit.ts";
import type { AccountId, FileId } from "../shared/id.ts";
import type { Instant } from "../shared/instant.ts";
import { type Result, invariant } from "../shared/result.ts";
import { type DueDate, dueDate } from "../calendar/due-date.ts";
import type { DeadlineClock, DeadlineFacts } from "./deadline-clock.ts";
import type { DossierEventType, PastDossierEvent } from "./dossier-event.ts";
import { type PlannedStep, openSteps, undoneBySendingBack } from "./internal-procedure.ts";
import { type StepState, isOpen } from "./step-state.ts";

/** Where one step of a dossier stands. The rows of the projection are exactly this. */
export interface StepStanding {
  readonly key: string;
  readonly state: StepState;
  readonly holderId: AccountId | null;
  /** Whose step it was that the holder took. */
  readonly inPlaceOf: AccountId | null;
  readonly openedAt: Instant | null;
  readonly takenAt: Instant | null;
  readonly finishedAt: Instant | null;
  readonly papers: readonly StepPaper[];
}

interface StepPaper {
  readonly name: string;
  readonly fileId: FileId;
}

/** An event with its moment. */
export type StepEvent = PastDossierEvent & { readonly at: Instant };

const BLANK = {
  holderId: null,
  inPlaceOf: null,
  openedAt: null,
  takenAt: null,
  finishedAt: null,
  papers: [],
} as const;

/** The steps of a plan before anybody has taken the dossier. */
export function stepsAhead(plan: readonly PlannedStep[]): readonly StepStanding[] {
  return plan.map(({ key }) => ({ key, state: "waiting", ...BLANK }));
}

/**
 * The steps after a whole history of the dossier.
 * @rule STEPS-01
 * @throws when the ledger holds an act on a step that its predecessors do not allow.
 */
export function foldSteps(
  plan: readonly PlannedStep[],
  events: readonly StepEvent[],
): readonly StepStanding[] {
  return events.reduce((steps, event) => stepsAfter(plan, steps, event), stepsAhead(plan));
}

type Steps = readonly StepStanding[];
type Change<Type extends DossierEventType> = (
  plan: readonly PlannedStep[],
  steps: Steps,
  event: Extract<StepEvent, { type: Type }>,
) => Steps;

const dropped = (_plan: readonly PlannedStep[], steps: Steps): Steps =>
  steps.map((step) => (step.state === "done" ? step : { ...step, state: "dropped" }));

/** What each type of event does to the steps; one that is not here does nothing. */
const CHANGES: { readonly [Type in DossierEventType]?: Change<Type> } = {
  "dossier.taken": (plan, steps, { at }) => opened(plan, steps, at),
  "dossier.stepTaken": (_plan, steps, { payload, actorId, at }) =>
    changed(steps, payload.step, {
      state: "taken",
      holderId: actorId,
      inPlaceOf: payload.inPlaceOf,
      takenAt: at,
    }),
  "dossier.stepAssigned": (_plan, steps, { payload }) =>
    changed(steps, payload.step, {
      state: "assigned",
      holderId: payload.toAccountId,
      inPlaceOf: null,
      takenAt: null,
    }),
  "dossier.stepsPassed": (_plan, steps, { payload: { steps: keys, toAccountId } }) =>
    keys.reduce((now, key) => changed(now, key, passedOn(toAccountId)), steps),
  "dossier.stepFinished": (plan, steps, { payload: { step, papers }, at }) =>
    opened(plan, changed(steps, step, { state: "done", finishedAt: at, papers }), at),
  "dossier.stepSentBack": (plan, steps, { payload, at }) => undone(plan, steps, payload.step, at),
  "dossier.sentBack": (plan, steps, { payload, at }) =>
    payload.step === undefined ? steps : undone(plan, steps, payload.step, at),
  "dossier.approved": dropped,
  "dossier.stopped": dropped,
  "dossier.stoppedWithWhole": dropped,
  "dossier.withdrawalAccepted": dropped,
  "dossier.reopened": (plan, steps, { payload, at }) =>
    opened(plan, doneAgain(plan, steps.map(again), payload.steps ?? []), at),
};

/** Whether an event can change where steps stand. */
export function changesSteps(type: DossierEventType): boolean {
  return type in CHANGES;
}

/** {@link foldSteps} by one more event. */
export function stepsAfter(plan: readonly PlannedStep[], steps: Steps, event: StepEvent): Steps {
  const change = CHANGES[event.type] as Change<DossierEventType> | undefined;
  return change ? change(plan, steps, event) : steps;
}

/** What was dropped waits to be done all the same. */
function again(step: StepStanding): StepStanding {
  return step.state === "dropped" ? { key: step.key, state: "waiting", ...BLANK } : step;
}

/** What these steps come to, and all that rests on them, waits for anybody of its role. */
function doneAgain(plan: readonly PlannedStep[], steps: Steps, keys: readonly string[]): Steps {
  const undoing = keys.flatMap((key) => undoneBySendingBack(plan, key));
  return steps.map((step) =>
    undoing.includes(step.key) ? { key: step.key, state: "waiting", ...BLANK } : step,
  );
}

/** Given to a successor, or open to everybody of the role again; its date goes on. */
function passedOn(toAccountId: AccountId | null): Partial<StepStanding> {
  const state = toAccountId === null ? "open" : "assigned";
  return { state, holderId: toAccountId, inPlaceOf: null, takenAt: null };
}

/**
 * Which steps a result with an error begins anew: the one that is named, else all from the first after the receipt.
 *
 * @rule STEPS-01
 */
export function stepsOfReopening(plan: readonly PlannedStep[], named: string | undefined): readonly string[] {
  if (named !== undefined) return [named];
  const afterReceipt = plan.filter(({ role }) => role !== "oneStopOfficer");
  return (afterReceipt.length > 0 ? afterReceipt : plan).map(({ key }) => key);
}

/** What may be worked on now is open from now. */
function opened(
  plan: readonly PlannedStep[],
  steps: readonly StepStanding[],
  at: Instant,
): readonly StepStanding[] {
  const done = new Set(steps.filter(({ state }) => state === "done").map(({ key }) => key));
  const possible = openSteps(plan, done).map(({ key }) => key);
  return steps.map((step) =>
    step.state === "waiting" && possible.includes(step.key) ? { ...step, state: "open", openedAt: at } : step,
  );
}

function changed(
  steps: readonly StepStanding[],
  key: string,
  changes: Partial<StepStanding>,
): readonly StepStanding[] {
  const before = steps.find((step) => step.key === key);
  invariant(before && isOpen(before.state), `the step ${key} is open`);
  return steps.map((step) => (step === before ? { ...step, ...changes } : step));
}

/** The step goes back to whoever did it; what rests on it waits again, for anybody. */
function undone(
  plan: readonly PlannedStep[],
  steps: readonly StepStanding[],
  key: string,
  at: Instant,
): readonly StepStanding[] {
  invariant(steps.find((step) => step.key === key)?.state === "done", `the step ${key} is done`);
  const undoing = undoneBySendingBack(plan, key);
  return steps.map((step) => {
    if (!undoing.includes(step.key)) return step;
    if (step.key !== key) return { key: step.key, state: "waiting", ...BLANK };
    return { ...BLANK, key, state: "assigned", holderId: step.holderId, openedAt: at };
  });
}

/**
 * By when an open step is to be done: its own limit from its opening, without what stopped the clock of the dossier
 * since; undefined without a limit, before it opens, and while the clock stands.
 *
 * @rule STEPS-01
 * @example opened on Monday with 2 working days, the clock stood on Tuesday and Wednesday → Friday
 */
export function stepDueDate(
  { openedAt }: StepStanding,
  limit: TimeLimit | null,
  clock: DeadlineClock,
  facts: Omit<DeadlineFacts, "limit">,
): Result<DueDate, "calendar_not_published"> | undefined {
  if (limit === null || openedAt === null || clock.standing !== null) return undefined;
  const stops = clock.stops.filter(({ to }) => to > openedAt);
  return dueDate({ ...facts, limit, receivedAt: openedAt, stops });
}
