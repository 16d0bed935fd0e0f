import { type Instant, localTime } from "#domain/shared/instant.ts";
import type { Fate } from "./fates.ts";
import type { Random } from "./random.ts";
import type { WorkClock } from "./work-clock.ts";

/** What is done to a dossier after it was received, in order. */
export type Step =
  | "confirm"
  | "handBack"
  | "withdraw"
  | "forward"
  | "take"
  | "recordOutcome"
  | "sendBack"
  | "approve"
  | "returnResult";

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
  if (stop === "finished" || stop === "returnAwaitingConfirmation") return 20;
  if (due === "overdue") return 16;
  return OPEN_DAYS[stop];
}

const OPEN_DAYS = {
  awaitingConfirmation: 1,
  handedBack: 2,
  withdrawn: 12,
  received: 2,
  forwarded: 4,
  processing: 18,
  awaitingApproval: 18,
} as const;

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
  const minutes = DECIDED.has(fate.stop)
    ? decidedMinutes(random, clock, fate, { from, due: clock.minuteOf(dueAt), steps })
    : openMinutes(random, clock, fate, { from, dueAt, steps });
  return minutes && steps.map((step, index) => ({ step, at: clock.at(minutes[index] ?? from) }));
}

const DECIDED: ReadonlySet<Fate["stop"]> = new Set<Fate["stop"]>([
  "finished",
  "returnAwaitingConfirmation",
  "returned",
]);

function stepsTo({ stop, sentBack, assisted }: Fate): readonly Step[] {
  const again: readonly Step[] = sentBack ? ["sendBack", "recordOutcome"] : [];
  const decided: readonly Step[] = ["forward", "take", "recordOutcome", ...again, "approve"];
  const confirm: readonly Step[] = assisted ? ["confirm"] : [];
  // In work once more after it was sent back, or for the first time.
  const processing = sentBack ? 4 : 2;
  const steps: Readonly<Record<Fate["stop"], readonly Step[]>> = {
    awaitingConfirmation: [],
    handedBack: ["handBack"],
    withdrawn: ["handBack", "withdraw"],
    received: confirm,
    forwarded: [...confirm, ...decided.slice(0, 1)],
    processing: [...confirm, ...decided.slice(0, processing)],
    awaitingApproval: [...confirm, ...decided.slice(0, -1)],
    finished: [...confirm, ...decided],
    returnAwaitingConfirmation: [...confirm, ...decided, "returnResult"],
    returned: [...confirm, ...decided, "returnResult", ...confirm],
  };
  return steps[stop];
}

interface DecidedFrame {
  readonly from: number;
  readonly due: number;
  readonly steps: readonly Step[];
}

function decidedMinutes(
  random: Random,
  clock: WorkClock,
  { due: wanted }: Fate,
  { from, due, steps }: DecidedFrame,
): readonly number[] | undefined {
  const approved = approvalMinute(random, wanted, from, due);
  const until = steps.slice(0, steps.indexOf("approve") + 1);
  // The citizen comes once: what must be confirmed of it follows within the hour.
  const after = steps.slice(until.length).map((_, index) => index * GAP_MINUTES);
  const last = clock.nowMinute - 2 - (after.at(-1) ?? 0);
  if (approved > last || approved - from < GAP_MINUTES * (until.length + 1)) return undefined;
  const minutes = spread(random, from, approved, until.length);
  if (after.length === 0) return minutes;
  const wished = approved + random.between(15, 4 * DAY_MINUTES);
  if (wished > last && last - approved <= GAP_MINUTES) return undefined;
  const collected = wished <= last ? wished : random.between(approved + 5, last);
  return [...minutes, ...after.map((later) => collected + later)];
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
