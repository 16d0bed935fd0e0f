import { TIME_LIMIT_MAX, type TimeLimit, type TimeLimitUnit } from "../calendar/time-limit.ts";
import type { Role } from "../mandate/permission.ts";
import type { Instant } from "../shared/instant.ts";
import type { PlainDate } from "../shared/plain-date.ts";

/** Who does steps of the inner work: never the post, which does not appraise, decide or sign (NĐ 118/2025/NĐ-CP). */
export const STEP_ROLES = ["oneStopOfficer", "caseOfficer", "approver"] as const satisfies readonly Role[];
export type StepRole = (typeof STEP_ROLES)[number];

/** One step of the internal procedure (quy trình nội bộ) of a procedure version. */
export interface PlannedStep {
  /** Stable within the version. */
  readonly key: string;
  /** As people read it: "Thẩm định hồ sơ". */
  readonly name: string;
  readonly role: StepRole;
  /** Null: the agency that decides; a one-stop officer does it at the receiving unit. */
  readonly agencyId: string | null;
  /** Null: no limit of its own. */
  readonly limit: TimeLimit | null;
  /** Steps that must be done before; none: it begins with the case. Two with the same ones run side by side. */
  readonly after: readonly string[];
  /** Papers that it yields. */
  readonly yields: readonly string[];
}

/** A step as somebody wrote it down, with a role that may be able to do no step at all. */
export type WrittenStep = Omit<PlannedStep, "role"> & { readonly role: Role };

export const PROCEDURE_FAULTS = [
  "no_steps",
  "key_twice",
  "name_missing",
  "after_unknown",
  "loop",
  "role_cannot_do_it",
  "desk_elsewhere",
  "agency_unknown",
  "limit_not_countable",
  "limit_longer_than_whole",
  "path_longer_than_whole",
] as const;
export type ProcedureFault = (typeof PROCEDURE_FAULTS)[number];

export interface ProcedureFinding {
  readonly code: ProcedureFault;
  /** The step that it is about; null: the whole. */
  readonly step: string | null;
}

/** Hours of work per unit, to compare limits of different units; a calendar unit has as many as its working days. */
const HOURS: Readonly<Record<TimeLimitUnit, number>> = {
  workingHour: 1,
  sameDay: 8,
  workingDay: 8,
  calendarDay: (8 * 5) / 7,
  calendarMonth: 8 * 21,
};

/** Hours of work that a limit comes to. @example hoursOf({ amount: 3, unit: "workingDay" }) → 24 */
export function hoursOf({ amount, unit }: TimeLimit): number {
  return amount * HOURS[unit];
}

/** What the steps must fit into. */
interface PlanFrame {
  /** The limit of the procedure; null when none is published. */
  readonly whole: TimeLimit | null;
  /** Whether a step can be done at this agency. */
  readonly isAgency: (agencyId: string) => boolean;
}

/**
 * What is wrong with an internal procedure; empty when it can be worked by.
 *
 * @rule STEPS-01
 * @example checkProcedure([], { whole: null, isAgency: () => true }) → [{ code: "no_steps", step: null }]
 */
export function checkProcedure(steps: readonly WrittenStep[], frame: PlanFrame): readonly ProcedureFinding[] {
  if (steps.length === 0) return [{ code: "no_steps", step: null }];
  const keys = steps.map(({ key }) => key);
  const found = steps.flatMap((step, index) => findingsOf(step, keys, index, frame));
  if (found.some(({ code }) => code === "key_twice" || code === "after_unknown")) return found;
  const looped = inLoop(steps);
  if (looped.length > 0)
    return [...found, ...looped.map((step): ProcedureFinding => ({ code: "loop", step }))];
  if (frame.whole && longestHours(steps) > hoursOf(frame.whole))
    return [...found, { code: "path_longer_than_whole", step: null }];
  return found;
}

function findingsOf(
  { key, name, role, limit, after, agencyId }: WrittenStep,
  keys: readonly string[],
  index: number,
  { whole, isAgency }: PlanFrame,
): readonly ProcedureFinding[] {
  const wrong: Readonly<Partial<Record<ProcedureFault, boolean>>> = {
    key_twice: keys.indexOf(key) !== index,
    name_missing: name.trim() === "",
    after_unknown: after.some((before) => !keys.includes(before)),
    role_cannot_do_it: !isStepRole(role),
    desk_elsewhere: role === "oneStopOfficer" && agencyId !== null,
    agency_unknown: agencyId !== null && !isAgency(agencyId),
    limit_not_countable: limit !== null && limit.amount > TIME_LIMIT_MAX[limit.unit],
    limit_longer_than_whole: limit !== null && whole !== null && hoursOf(limit) > hoursOf(whole),
  };
  return PROCEDURE_FAULTS.filter((code) => wrong[code]).map((code) => ({ code, step: key }));
}

/** @example isStepRole("postalClerk") → false */
export function isStepRole(role: Role): role is StepRole {
  return STEP_ROLES.some((able) => able === role);
}

/** Steps that wait for themselves, by way of others or at once. */
function inLoop(steps: readonly WrittenStep[]): readonly string[] {
  const left = new Map(steps.map((step) => [step.key, step.after]));
  // Whatever waits for nothing that is left can be done; what is never left over goes round.
  for (let shrank = true; shrank; ) {
    shrank = false;
    for (const [key, after] of left) {
      if (after.some((before) => left.has(before))) continue;
      left.delete(key);
      shrank = true;
    }
  }
  return [...left.keys()];
}

/**
 * Hours of work along the longest way through the steps; 0 when they go round.
 * @example longestHours of 2 days, then side by side 1 day and 4 hours → 24
 */
export function longestHours(steps: readonly WrittenStep[]): number {
  const hours = new Map<string, number>();
  for (let grew = true; grew; ) {
    grew = false;
    for (const { key, after, limit } of steps) {
      if (hours.has(key) || !after.every((before) => hours.has(before))) continue;
      const before = Math.max(0, ...after.map((one) => hours.get(one) ?? 0));
      hours.set(key, before + (limit ? hoursOf(limit) : 0));
      grew = true;
    }
  }
  return hours.size === steps.length ? Math.max(0, ...hours.values()) : 0;
}

/**
 * The steps that can be worked on when these are done: every step whose predecessors are.
 * @example openSteps(steps, new Set(["appraise"])) → the steps after the appraisal that wait for nothing else
 */
export function openSteps(
  steps: readonly PlannedStep[],
  doneKeys: ReadonlySet<string>,
): readonly PlannedStep[] {
  return steps.filter(
    ({ key, after }) => !doneKeys.has(key) && after.every((before) => doneKeys.has(before)),
  );
}

/** What is no longer done when a step is sent back: the step itself and all that rests on it. */
export function undoneBySendingBack(steps: readonly PlannedStep[], key: string): readonly string[] {
  const undone = new Set([key]);
  for (let grew = true; grew; ) {
    grew = false;
    for (const step of steps) {
      if (undone.has(step.key) || !step.after.some((before) => undone.has(before))) continue;
      undone.add(step.key);
      grew = true;
    }
  }
  return steps.filter((step) => undone.has(step.key)).map((step) => step.key);
}

/** Whether an internal procedure is the one that a dossier received on a day is worked by, will be, or was. */
export const PLANNED_STATES = ["inForce", "future", "replaced"] as const;
type PlannedState = (typeof PLANNED_STATES)[number];

/** An internal procedure among those of one procedure version and one agency. */
export interface Dated {
  readonly validFrom: PlainDate;
  readonly recordedAt: Instant;
}

/**
 * What each of them is on a day: of those that have begun the last to begin holds, and of two that begin on one day the
 * one that was recorded later.
 *
 * @rule STEPS-01
 * @example two from 1 December, recorded on 20 and 25 November, asked on 2 December → ["replaced", "inForce"]
 */
export function plannedStates(all: readonly Dated[], today: PlainDate): readonly PlannedState[] {
  const isLater = (one: Dated, other: Dated) =>
    one.validFrom > other.validFrom ||
    (one.validFrom === other.validFrom && one.recordedAt > other.recordedAt);
  const begun = all.filter(({ validFrom }) => validFrom <= today);
  const holding = begun.find((one) => !begun.some((other) => isLater(other, one)));
  return all.map((one) => {
    if (one === holding) return "inForce";
    const again = all.some((other) => other.validFrom === one.validFrom && isLater(other, one));
    return one.validFrom > today && !again ? "future" : "replaced";
  });
}

/** The longest of the published limits: what steps of no case may take longer than. */
export function longestLimit(limits: readonly (TimeLimit | null)[]): TimeLimit | null {
  return limits
    .filter((limit) => limit !== null)
    .reduce<TimeLimit | null>(
      (longest, limit) => (longest === null || hoursOf(limit) > hoursOf(longest) ? limit : longest),
      null,
    );
}
