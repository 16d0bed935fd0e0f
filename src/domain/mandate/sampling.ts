/**
 * How many acts under `supervised` are looked at afterwards. That the share is a twentieth, and that each clerk is
 * looked at on each day of work, is ours: no text that could be read says how such a control is done.
 */
export const SAMPLING = {
  percent: 5,
  /** Of each clerk, office and day. */
  least: 1,
  /** Acts of days longer ago are not drawn any more, should nobody have drawn for so long. */
  lookBackDays: 31,
  /** A day is over so many minutes after midnight: what was begun before has been written by then. */
  settleMinutes: 60,
  mark: "inference",
  source: "ours",
} as const;

export const VERDICTS = ["right", "wrong"] as const;
export type Verdict = (typeof VERDICTS)[number];

/** What was wrong: papers, what was entered, the wrong procedure or version, the fee, how it was done. */
export const WRONG_KINDS = ["papers", "details", "procedure", "fee", "handling", "other"] as const;
export type WrongKind = (typeof WRONG_KINDS)[number];

/** An act of a day that could be looked at. */
export interface SampledAct {
  readonly accountId: string;
  readonly postOfficeId: string;
  /**
   * A hash of the act and of a seed that was drawn after the day was over: whoever acted could not know it, and
   * whoever has the seed can count again.
   */
  readonly rank: string;
}

/**
 * The acts of one day that are looked at: of each clerk at each office the share, rounded up, and at least
 * {@link SAMPLING}.least, those with the lowest ranks. The same acts with the same ranks give the same choice, in
 * whatever order they come.
 *
 * @rule MANDATE-06
 * @example chooseSample(twentyOneActsOfOneClerk).length → 2
 */
export function chooseSample<Act extends SampledAct>(
  acts: readonly Act[],
  { percent, least }: { readonly percent: number; readonly least: number } = SAMPLING,
): readonly Act[] {
  const groups = new Map<string, Act[]>();
  for (const act of acts) {
    const key = JSON.stringify([act.accountId, act.postOfficeId]);
    const known = groups.get(key);
    if (known) known.push(act);
    else groups.set(key, [act]);
  }
  return [...groups.values()].flatMap((group) => {
    const wanted = Math.max(least, Math.ceil((group.length * percent) / 100));
    return group.toSorted((a, b) => compare(a.rank, b.rank)).slice(0, wanted);
  });
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
