import { type Result, done, refuse } from "../shared/result.ts";
import { searchKey, tidyText } from "../shared/vietnamese-text.ts";

/** What can be wrong with a count, each beside one field of the form. */
export const COUNT_FAULTS = ["witness_missing", "witness_is_counter", "reason_missing"] as const;
export type CountFault = (typeof COUNT_FAULTS)[number];

/** What somebody writes of a count of cash; an amount of zero is one too. */
export interface CountTerms {
  /** In whose presence: name and post, as it is signed on paper. */
  readonly witness: string;
  /** Why it is counted again; of no use the first time. */
  readonly reason: string;
}

/**
 * Whether a count may be recorded. Two are there: who counts and who looks on. The newest count is the one that holds,
 * and whoever counts again says why; a count that somebody made meanwhile must have been seen first.
 *
 * @rule SUCCESSION-01
 * @param seen the number of counts that the person saw; 0 for none
 * @param latest the number of counts that there are
 * @example checkCount({ witness: "Lê Minh Đức", reason: "" }, { counter: "Trần Văn Phúc", seen: 0, latest: 0 }) → done(null)
 */
export function checkCount(
  { witness, reason }: CountTerms,
  { counter, seen, latest }: { readonly counter: string; readonly seen: number; readonly latest: number },
): Result<null, "hand_over_counted_meanwhile" | "count_invalid"> {
  if (seen !== latest) return refuse("hand_over_counted_meanwhile");
  const faults: CountFault[] = [];
  const typed = readCountTerms({ witness, reason });
  if (typed.witness === "") faults.push("witness_missing");
  if (isPerson(typed.witness, counter)) faults.push("witness_is_counter");
  if (latest > 0 && typed.reason === "") faults.push("reason_missing");
  return faults.length === 0 ? done(null) : refuse("count_invalid", { problems: faults });
}

/**
 * What was typed as a record keeps it: without marks that nobody sees, which would pass for a name or a reason.
 * @example readCountTerms({ witness: " Lê Minh\u200b Đức ", reason: "" }) → { witness: "Lê Minh Đức", reason: "" }
 */
export function readCountTerms({ witness, reason }: CountTerms): CountTerms {
  return { witness: visible(witness), reason: visible(reason) };
}

function visible(text: string): string {
  return tidyText(text.replace(/\p{Cf}/gu, ""));
}

/** A name with a post behind it or a form of address before it is the person's still. */
function isPerson(witness: string, counter: string): boolean {
  const [name = ""] = witness.split(/[,;–(/-]/u);
  const key = searchKey(name);
  return [key, key.replace(/^(?:ong|ba|anh|chi|dong chi) /u, "")].includes(searchKey(visible(counter)));
}

/** Of one hand-over: who must say that it has come, and what has been said. */
export interface TakingFacts {
  /** The named successor; null: the units that took over. */
  readonly successorId: string | null;
  /** Units that took papers over in their own name; none when a successor was named. */
  readonly unitIds: readonly string[];
  /** Papers went on, so that money may have; or no paper, but cash alone may have. */
  readonly papers: boolean;
  readonly latestCount: number;
  /** What was taken over so far; a count that was made since asks anew. */
  readonly taken: readonly { readonly unitId: string | null; readonly count: number }[];
}

/**
 * Who still has to say that the hand-over has come: units by their ids, or null for the named successor. A case that went back to its
 * agency's queue needs nobody's word, since the queue shows it.
 *
 * @rule SUCCESSION-01
 */
export function awaitedTakers(facts: TakingFacts): readonly (string | null)[] {
  const { successorId, unitIds, taken, latestCount } = facts;
  const said = (unitId: string | null) =>
    taken.some((one) => one.unitId === unitId && one.count === latestCount);
  if (successorId !== null) return said(null) ? [] : [null];
  return unitIds.filter((unitId) => !said(unitId));
}

/**
 * Whether somebody may say so now. Where papers went on the money is counted first, be it zero: what nobody counted
 * nobody can have received.
 *
 * @rule SUCCESSION-01
 * @returns the units in whose name the word is given; empty for the named successor
 */
export function checkTaking(
  facts: TakingFacts,
  taker: { readonly accountId: string; readonly headOf: readonly string[]; readonly seen: number },
): Result<
  readonly string[],
  | "hand_over_not_yours"
  | "hand_over_taken_already"
  | "hand_over_counted_meanwhile"
  | "hand_over_count_missing"
> {
  const { successorId, unitIds, papers, latestCount } = facts;
  const mine = unitIds.filter((unitId) => taker.headOf.includes(unitId));
  const isMine = successorId === null ? mine.length > 0 : successorId === taker.accountId;
  if (!isMine) return refuse("hand_over_not_yours");
  if (taker.seen !== latestCount) return refuse("hand_over_counted_meanwhile");
  if (papers && latestCount === 0) return refuse("hand_over_count_missing");
  const awaited = awaitedTakers(facts);
  const open = successorId === null ? mine.filter((unitId) => awaited.includes(unitId)) : [];
  const nothing = successorId === null ? open.length === 0 : awaited.length === 0;
  return nothing ? refuse("hand_over_taken_already") : done(open);
}
