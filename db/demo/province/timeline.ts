import { type Instant, localTime } from "#domain/shared/instant.ts";
import type { Fate } from "./fates.ts";
import type { Random } from "./random.ts";
import type { WorkClock } from "./work-clock.ts";

/** What is done to a dossier after it was received, in order. */
export type Step = "forward" | "take" | "recordOutcome" | "sendBack" | "approve" | "returnResult";

export interface TimedStep {
  readonly step: Step;
  readonly at: Instant;
}

const DAY_MINUTES = 480;
/** Nobody does two things to one dossier faster. */
const GAP_MINUTES = 8;
/** Longer than this an overdue dossier does not lie about. */
const OVERDUE_MAX = 6 * DAY_MINUTES;

/** From how many days back a dossier of a fate comes: what is still open came lately. */
export function lastDaysFor({ stop, due }: Fate): number {
  if (stop === "returned") return Number.MAX_SAFE_INTEGER;
  if (stop === "finished") return 20;
  if (due === "overdue") return 16;
  return { received: 2, forwarded: 4, processing: 18, awaitingApproval: 18 }[stop];
}

/**
 * When each step of a dossier happens so that it meets its fate, or undefined when one received then cannot.
 * All moments lie in working time, in order, and before now.
 */
export function planTimeline(
  random: Random,
  clock: WorkClock,
  fate: Fate,
  { receivedAt, dueAt }: { readonly receivedAt: Instant; readonly dueAt: Instant },
): readonly TimedStep[] | undefined {
  const from = clock.minuteOf(receivedAt);
  const steps = stepsTo(fate);
  const decided = fate.stop === "finished" || fate.stop === "returned";
  const minutes = decided
    ? decidedMinutes(random, clock, fate, { from, due: clock.minuteOf(dueAt), steps })
    : openMinutes(random, clock, fate, { from, dueAt, steps });
  return minutes && steps.map((step, index) => ({ step, at: clock.at(minutes[index] ?? from) }));
}

function stepsTo({ stop, sentBack }: Fate): readonly Step[] {
  const again: readonly Step[] = sentBack ? ["sendBack", "recordOutcome"] : [];
  const all: readonly Step[] = ["forward", "take", "recordOutcome", ...again, "approve", "returnResult"];
  if (stop === "returned") return all;
  if (stop === "finished") return all.slice(0, -1);
  if (stop === "awaitingApproval") return all.slice(0, -2);
  // In work once more after it was sent back, or for the first time.
  if (stop === "processing") return sentBack ? all.slice(0, 4) : all.slice(0, 2);
  return stop === "forwarded" ? all.slice(0, 1) : [];
}

interface DecidedFrame {
  readonly from: number;
  readonly due: number;
  readonly steps: readonly Step[];
}

function decidedMinutes(
  random: Random,
  clock: WorkClock,
  { stop, due: wanted }: Fate,
  { from, due, steps }: DecidedFrame,
): readonly number[] | undefined {
  const approved = approvalMinute(random, wanted, from, due);
  const until = stop === "returned" ? steps.slice(0, -1) : steps;
  const last = clock.nowMinute - 2;
  if (approved > last || approved - from < GAP_MINUTES * (until.length + 1)) return undefined;
  const minutes = spread(random, from, approved, until.length);
  if (stop === "finished") return minutes;
  const collected = approved + random.between(15, 4 * DAY_MINUTES);
  if (collected <= last) return [...minutes, collected];
  return last - approved > GAP_MINUTES ? [...minutes, random.between(approved + 5, last)] : undefined;
}

function approvalMinute(random: Random, wanted: Fate["due"], from: number, due: number): number {
  if (wanted === "late") return due + random.between(45, 3 * DAY_MINUTES);
  const [least, most] = wanted === "early" ? [0.25, 0.8] : [0.84, 0.98];
  return from + (due - from) * random.between(least, most);
}

interface OpenFrame {
  readonly from: number;
  readonly dueAt: Instant;
  readonly steps: readonly Step[];
}

function openMinutes(
  random: Random,
  clock: WorkClock,
  fate: Fate,
  { from, dueAt, steps }: OpenFrame,
): readonly number[] | undefined {
  if (!isDue(clock, fate.due, dueAt)) return undefined;
  const last = clock.nowMinute - 1;
  const room = last - from;
  if (room < GAP_MINUTES * steps.length + 1) return undefined;
  return spread(random, from, from + room * random.between(0.4, 0.95), steps.length);
}

function isDue(clock: WorkClock, wanted: Fate["due"], dueAt: Instant): boolean {
  const left = clock.minuteOf(dueAt) - clock.nowMinute;
  if (wanted === "overdue") return dueAt < clock.now && -left <= OVERDUE_MAX;
  if (dueAt < clock.now) return false;
  const isToday = localTime(dueAt).day === localTime(clock.now).day;
  if (wanted === "today") return isToday;
  const isSoon = left <= 3 * DAY_MINUTES;
  return !isToday && (wanted === "soon") === isSoon;
}

/** So many minutes in order after `from`, the last at `to`; the first soon, as forwarding is the same day's work. */
function spread(random: Random, from: number, to: number, count: number): readonly number[] {
  if (count === 0) return [];
  const first = from + Math.min(random.between(6, 90), (to - from) * 0.3);
  const shares = Array.from({ length: count - 1 }, () => random.between(0.5, 1.5));
  const total = shares.reduce((sum, share) => sum + share, 0);
  let minute = first;
  return [first, ...shares.map((share) => (minute += ((to - first) * share) / total))];
}
