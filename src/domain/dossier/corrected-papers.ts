import type { Holder } from "../custody/custody.ts";
import type { IntakeItem } from "./receive-dossier.ts";

/** How a paper is written down. */
export interface PaperState {
  readonly name: string;
  readonly originals: number;
  readonly copies: number;
  /** Looked at and handed back at once: noted, never held. */
  readonly shown: boolean;
  readonly note: string | null;
}

/** A paper of the dossier before it is put right. */
export interface CurrentPaper extends PaperState {
  readonly itemId: string;
  readonly paperId: string | null;
}

/** A paper before and after; null before: it was not there, null after: it is on the list no more. */
export interface PaperChange {
  readonly before: PaperState | null;
  readonly after: PaperState | null;
}

/** What is done with one paper. */
export type PaperStep =
  | { readonly kind: "keep"; readonly paper: CurrentPaper }
  | {
      readonly kind: "alter";
      readonly paper: CurrentPaper;
      readonly to: PaperState;
      /** The number differs, of a paper that somebody holds: an act of custody. */
      readonly recounted: boolean;
    }
  | { readonly kind: "add"; readonly item: IntakeItem }
  | { readonly kind: "strike"; readonly paper: CurrentPaper };

/**
 * What is done so that the papers become those of the form. A line of the list meets the paper of the same name in the
 * list, a further paper the one that it was opened from. What was held and is now only shown, or the other way round, is
 * another paper: the one is struck, the other added, for only a birth puts a paper into somebody's hands.
 */
export function planPapers(
  current: readonly CurrentPaper[],
  wanted: readonly IntakeItem[],
): readonly PaperStep[] {
  const left = [...current];
  const met = wanted.map((item): PaperStep => {
    const at = left.findIndex((paper) => isSamePaper(paper, item));
    const [paper] = at < 0 ? [] : left.splice(at, 1);
    if (!paper) return { kind: "add", item };
    const to = stateOf(item);
    if (isSameState(paper, to)) return { kind: "keep", paper };
    const recounted = !to.shown && (paper.originals !== to.originals || paper.copies !== to.copies);
    return { kind: "alter", paper, to, recounted };
  });
  return [...met, ...left.map((paper): PaperStep => ({ kind: "strike", paper }))];
}

/** Who puts the papers right: the person, and the counter where he or she sits. */
export interface PaperHand {
  readonly accountId: string;
  readonly counterId: string | null;
}

/**
 * Papers that the steps would recount or strike though they are in somebody else's hands: another person's, another
 * counter's, an agency's. Only who can count a paper says how many there are. What a unit answers for in its own name,
 * everybody there may count.
 *
 * @rule CORRECTION-01
 * @example a paper that a successor took over, recounted by the clerk who took it in → that paper
 */
export function papersOfOthers(
  steps: readonly PaperStep[],
  holders: ReadonlyMap<string, Holder>,
  { accountId, counterId }: PaperHand,
): readonly CurrentPaper[] {
  return touchedPapers(steps).filter(({ itemId }) => {
    const holder = holders.get(itemId);
    if (holder === undefined || holder.kind === "unit") return false;
    const own =
      (holder.kind === "person" && holder.id === accountId) ||
      (holder.kind === "counter" && holder.id === counterId);
    return !own;
  });
}

/** Papers that the steps strike or recount: what is done with them is an act of custody. */
export function touchedPapers(steps: readonly PaperStep[]): readonly CurrentPaper[] {
  return steps.flatMap((step) =>
    step.kind === "strike" || (step.kind === "alter" && step.recounted) ? [step.paper] : [],
  );
}

/** What the steps change. A paper that is now held instead of shown, or the other way round, is one change. */
export function paperChanges(steps: readonly PaperStep[]): readonly PaperChange[] {
  const struck = steps.flatMap((step) => (step.kind === "strike" ? [step.paper] : []));
  const changes = steps.flatMap((step): PaperChange[] => {
    if (step.kind === "alter") return [{ before: stateOf(step.paper), after: step.to }];
    if (step.kind !== "add") return [];
    const at = struck.findIndex(({ paperId }) => paperId !== null && paperId === step.item.paperId);
    const [paper] = at < 0 ? [] : struck.splice(at, 1);
    return [{ before: paper ? stateOf(paper) : null, after: stateOf(step.item) }];
  });
  return [...changes, ...struck.map((paper) => ({ before: stateOf(paper), after: null }))];
}

function isSamePaper(paper: CurrentPaper, item: IntakeItem): boolean {
  const same = paper.paperId === null ? paper.itemId === item.itemId : paper.paperId === item.paperId;
  return same && paper.shown === item.shown;
}

function stateOf({ name, originals, copies, shown, note }: PaperState): PaperState {
  return { name, originals, copies, shown, note };
}

function isSameState(one: PaperState, other: PaperState): boolean {
  return (
    one.name === other.name &&
    one.originals === other.originals &&
    one.copies === other.copies &&
    one.note === other.note
  );
}
