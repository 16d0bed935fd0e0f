import type { PlainDate } from "../shared/plain-date.ts";
import { type Period, standsThroughout } from "../unit/place.ts";
import type { Agreement, CoordinationRule, Goal, Phase, Programme, RuleContent } from "./programme.ts";

/** What is wrong with a part of a programme; the screen says it beside the field, and nothing is kept. */
export const PROGRAMME_FAULTS = [
  "period_reversed",
  "outside_programme",
  "label_taken",
  "phase_twice",
  "part_outside",
  "goal_day_outside",
  "target_wrong",
  "party_missing",
  "signed_later",
  "times_missing",
  "time_wrong",
  "time_twice",
  "topic_missing",
  "answer_missing",
  "hours_wrong",
  "counter_unknown",
  "stand_in_unknown",
  "stand_in_itself",
  "stand_in_circle",
  "unit_unknown",
  "file_unknown",
] as const;
export type ProgrammeFault = (typeof PROGRAMME_FAULTS)[number];

export interface ProgrammeFinding {
  readonly fault: ProgrammeFault;
  /** The label, time or key that it is about; empty when it is about the whole. */
  readonly about: string;
}

type Findings = readonly ProgrammeFinding[];
const found = (fault: ProgrammeFault, about = ""): ProgrammeFinding => ({ fault, about });

/** More hours than a working week is a wish, not a rule: our bound. */
const WITHIN_HOURS_MAX = 40;

function periodFindings({ validFrom, validTo }: Period): Findings {
  return validTo !== null && validTo < validFrom ? [found("period_reversed", validTo)] : [];
}

/** A part holds on no day on which its programme does not. */
function withinFindings(part: Period, programme: Period): Findings {
  const reversed = periodFindings(part);
  if (reversed.length > 0) return reversed;
  return standsThroughout(programme, part) ? [] : [found("outside_programme", programme.validFrom)];
}

/**
 * What is wrong with a programme that is new or changed: its own period, and parts that would lie outside of it.
 * Goals are measured by their day, phases and agreements by their periods.
 *
 * @rule PROGRAMME-01
 */
export function checkProgramme(
  programme: Programme,
  parts: { readonly goals: readonly Goal[]; readonly periods: readonly Period[] },
): Findings {
  const reversed = periodFindings(programme);
  if (reversed.length > 0) return reversed;
  return [
    ...parts.periods
      .filter((part) => !standsThroughout(programme, part))
      .map((part) => found("part_outside", part.validFrom)),
    ...parts.goals
      .filter(({ targetDay }) => !isWithin(targetDay, programme))
      .map(({ name }) => found("goal_day_outside", name)),
  ];
}

/**
 * A phase lies within its programme and has a label of its own. Two phases may hold on the same day: the articles
 * tell of a phase that was extended while the next one began. Two of one order and the same days are one phase that
 * was written down twice.
 */
export function checkPhase(phase: Phase, programme: Period, others: readonly Phase[]): Findings {
  const label = phase.label.trim().toLowerCase();
  const twin = others.find(
    ({ ordinal, validFrom, validTo }) =>
      ordinal === phase.ordinal && validFrom === phase.validFrom && validTo === phase.validTo,
  );
  return [
    ...withinFindings(phase, programme),
    ...(others.some((other) => other.label.trim().toLowerCase() === label)
      ? [found("label_taken", phase.label)]
      : []),
    ...(twin ? [found("phase_twice", twin.label)] : []),
  ];
}

export function checkGoal({ target, targetDay, name }: Goal, programme: Period): Findings {
  return [
    ...(Number.isSafeInteger(target) && target > 0 ? [] : [found("target_wrong")]),
    ...(isWithin(targetDay, programme) ? [] : [found("goal_day_outside", name)]),
  ];
}

/** An agreement names both sides, and is signed before it holds. It may be older than the programme. */
export function checkAgreement(agreement: Agreement): Findings {
  const { agencyWords, postWords, signedOn, validFrom } = agreement;
  return [
    ...periodFindings(agreement),
    ...(agencyWords.trim() === "" || postWords.trim() === "" ? [found("party_missing")] : []),
    ...(signedOn > validFrom ? [found("signed_later", signedOn)] : []),
  ];
}

/** What the check of a coordination rule asks of the places. */
export interface RuleWorld {
  readonly isUnit: (id: string) => boolean;
  readonly isAgency: (id: string) => boolean;
  readonly isCounter: (id: string) => boolean;
  readonly isPoint: (id: string) => boolean;
  /** The other rules of the programme that hold on a common day. */
  readonly others: readonly CoordinationRule[];
}

/**
 * A coordination rule says what its kind needs. A counter never stands in for itself, not by way of others either:
 * somebody who is sent on must arrive.
 *
 * @rule PROGRAMME-02
 * @example a stand-in of counter 1 by counter 2, where counter 2 is stood in by counter 1 → stand_in_circle
 */
export function checkRule(rule: CoordinationRule, programme: Period, world: RuleWorld): Findings {
  return [
    ...withinFindings(rule, programme),
    ...(rule.unitId !== null && !world.isUnit(rule.unitId) ? [found("unit_unknown", rule.unitId)] : []),
    ...contentFindings(rule.content, world),
  ];
}

function contentFindings(content: RuleContent, world: RuleWorld): Findings {
  switch (content.kind) {
    case "handOverTime":
      return timeFindings(content.times);
    case "questionAnswer":
      return answerFindings(content, world);
    case "standIn":
      return standInFindings(content, world);
  }
}

const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

function timeFindings(times: readonly string[]): Findings {
  if (times.length === 0) return [found("times_missing")];
  return times.flatMap((time, at) => {
    if (!TIME.test(time)) return [found("time_wrong", time)];
    return times.indexOf(time) < at ? [found("time_twice", time)] : [];
  });
}

type Answer = Extract<RuleContent, { readonly kind: "questionAnswer" }>;

function answerFindings(
  { topic, answerRole, answerAgencyId, withinHours }: Answer,
  world: RuleWorld,
): Findings {
  const named = answerRole !== null || (answerAgencyId !== null && world.isAgency(answerAgencyId));
  const hours = Number.isInteger(withinHours) && withinHours >= 1 && withinHours <= WITHIN_HOURS_MAX;
  return [
    ...(topic.trim() === "" ? [found("topic_missing")] : []),
    ...(named ? [] : [found("answer_missing")]),
    ...(hours ? [] : [found("hours_wrong", String(WITHIN_HOURS_MAX))]),
  ];
}

type StandIn = Extract<RuleContent, { readonly kind: "standIn" }>;

function standInFindings(content: StandIn, world: RuleWorld): Findings {
  const { counterId, standInKind, standInId } = content;
  if (!world.isCounter(counterId)) return [found("counter_unknown")];
  const isThere = { counter: world.isCounter, unit: world.isUnit, point: world.isPoint }[standInKind];
  if (!isThere(standInId)) return [found("stand_in_unknown")];
  if (standInKind !== "counter") return [];
  if (standInId === counterId) return [found("stand_in_itself")];
  return leadsBack(content, world.others) ? [found("stand_in_circle")] : [];
}

/** Whether somebody who is sent on from counter to counter comes back to the first. */
function leadsBack({ counterId, standInId }: StandIn, others: readonly CoordinationRule[]): boolean {
  const reached = new Set<string>();
  const open = [standInId];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (at === counterId) return true;
    if (reached.has(at)) continue;
    reached.add(at);
    for (const { content } of others)
      if (content.kind === "standIn" && content.standInKind === "counter" && content.counterId === at)
        open.push(content.standInId);
  }
  return false;
}

function isWithin(day: PlainDate, { validFrom, validTo }: Period): boolean {
  return validFrom <= day && (validTo === null || day <= validTo);
}
