import type { BusinessStatus } from "#domain/dossier/dossier-state.ts";

/** How far a dossier of the demo comes: the statuses that its timelines lead to. */
const FATE_STOPS = [
  "awaitingConfirmation",
  "handedBack",
  "withdrawn",
  "received",
  "forwarded",
  "processing",
  "awaitingApproval",
  "finished",
  "returnAwaitingConfirmation",
  "returned",
] as const satisfies readonly BusinessStatus[];
export type FateStop = (typeof FATE_STOPS)[number];

/** Where a dossier of the demo stands at its now, and how it stands with its due date. */
export interface Fate {
  readonly stop: FateStop;
  readonly outcome: "granted" | "refused";
  /** The approver sent the outcome back once. */
  readonly sentBack: boolean;
  /** Open: how far the due date is from now. Decided: whether it was before, on, or after the due date. */
  readonly due: OpenDue | DecidedDue;
  /** A clerk who only assists took it in: an officer confirms each act before it counts. */
  readonly assisted: boolean;
  /** Taken in by the clerk who is stopped as the demo begins: its papers are to go on to a colleague. */
  readonly stopped: boolean;
}
export type OpenDue = "overdue" | "today" | "soon" | "later";
export type DecidedDue = "early" | "onTime" | "late";

/**
 * How many of a hundred dossiers stand where. Of seven weeks most are done; what is open is enough to fill every
 * desk. Each line comes at least once, however small the demo is.
 */
const FATES: readonly (readonly [share: number, fate: Fate])[] = [
  [38, fate("returned", "early")],
  [12, fate("returned", "onTime")],
  [4, fate("returned", "late")],
  [3, fate("returned", "early", { outcome: "refused" })],
  [2, fate("returned", "onTime", { sentBack: true })],
  [7, fate("finished", "early")],
  [2, fate("finished", "onTime", { outcome: "refused" })],
  [1, fate("finished", "late", { sentBack: true })],
  [3, fate("awaitingApproval", "soon")],
  [1, fate("awaitingApproval", "today")],
  [1, fate("awaitingApproval", "overdue", { outcome: "refused" })],
  [1, fate("awaitingApproval", "later", { sentBack: true })],
  [4, fate("processing", "later")],
  [2, fate("processing", "soon")],
  [1.5, fate("processing", "today")],
  [2, fate("processing", "overdue")],
  [1, fate("processing", "soon", { sentBack: true })],
  [3, fate("forwarded", "later")],
  [1.5, fate("forwarded", "soon")],
  [1, fate("forwarded", "overdue")],
  [3, fate("received", "later")],
  [2, fate("received", "soon")],
  [2, fate("received", "today")],
  [1, fate("received", "later", { stopped: true })],
  [2, fate("returned", "early", { assisted: true })],
  [1, fate("returnAwaitingConfirmation", "early", { assisted: true })],
  [1.5, fate("awaitingConfirmation", "later", { assisted: true })],
  [0.5, fate("handedBack", "later", { assisted: true })],
  [0.5, fate("withdrawn", "later", { assisted: true })],
];

/** Fewer dossiers than this cannot show every state. */
export const DOSSIERS_MIN = FATES.length;

/**
 * The fates of so many dossiers: each kind once, the rest by their shares, those with the largest remainder first.
 * @example fatesOf(29) has every fate exactly once
 */
export function fatesOf(count: number): readonly Fate[] {
  const total = FATES.reduce((sum, [share]) => sum + share, 0);
  const wanted = FATES.map(([share, fate]) => ({ fate, exact: Math.max(1, (count * share) / total) }));
  const fates = wanted.flatMap(({ fate, exact }) => Array.from({ length: Math.floor(exact) }, () => fate));
  const byRemainder = wanted.toSorted((a, b) => (b.exact % 1) - (a.exact % 1));
  for (let next = 0; fates.length < count; next += 1) {
    const { fate } = byRemainder[next % byRemainder.length] ?? {};
    if (fate) fates.push(fate);
  }
  // Small demos: the minimum of one each may have made too many; the largest kinds give way.
  while (fates.length > count) fates.splice(fates.indexOf(largest(fates)), 1);
  return fates;
}

function largest(fates: readonly Fate[]): Fate {
  const [first] = fates;
  if (!first) throw new RangeError("No dossier has no fate");
  return fates.reduce((most, fate) => (countOf(fates, fate) > countOf(fates, most) ? fate : most), first);
}

function countOf(fates: readonly Fate[], wanted: Fate): number {
  return fates.filter((fate) => fate === wanted).length;
}

function fate(
  stop: FateStop,
  due: Fate["due"],
  {
    outcome = "granted",
    sentBack = false,
    assisted = false,
    stopped = false,
  }: Partial<Omit<Fate, "stop" | "due">> = {},
): Fate {
  return { stop, due, outcome, sentBack, assisted, stopped };
}
