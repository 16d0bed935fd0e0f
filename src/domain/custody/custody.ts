import type { AccountId, AgencyId, CounterId, FileId, ItemId, UnitId } from "../shared/id.ts";
import { invariant } from "../shared/result.ts";

/** Who holds a paper: a named person, a named place, or the citizen who took it home. */
export type Holder =
  | { readonly kind: "person"; readonly id: AccountId }
  | { readonly kind: "counter"; readonly id: CounterId }
  | { readonly kind: "agency"; readonly id: AgencyId }
  | { readonly kind: "unit"; readonly id: UnitId }
  | { readonly kind: "citizen"; readonly id: null };

export const HOLDER_KINDS = [
  "person",
  "counter",
  "agency",
  "unit",
  "citizen",
] as const satisfies readonly Holder["kind"][];

/**
 * One line of the custody ledger. A paper is born into somebody's hands once, and is handed over from its
 * holder to another, so that at every instant it has exactly one holder.
 */
export type CustodyEntry =
  | { readonly itemId: ItemId; readonly type: "born"; readonly to: Holder }
  | {
      readonly itemId: ItemId;
      readonly type: "handedOver";
      readonly from: Holder;
      readonly to: Holder;
      /** The signature of the person who took it over. */
      readonly signatureFileId: FileId;
    }
  /**
   * Somebody else answers for it from then on, and nobody could sign for it: its holder was stopped or has left, or the
   * agency took a result with an error back.
   */
  | { readonly itemId: ItemId; readonly type: "succeeded"; readonly from: Holder; readonly to: Holder }
  /** The number was written down wrongly, or more of the same came in: the holder stays and has this many. */
  | {
      readonly itemId: ItemId;
      readonly type: "recounted";
      readonly from: Holder;
      readonly to: Holder;
      readonly originals: number;
      readonly copies: number;
    }
  /** The originals went back to the citizen, who signed for them; the holder keeps the copies of the same paper. */
  | {
      readonly itemId: ItemId;
      readonly type: "originalsBack";
      readonly from: Holder;
      readonly to: Holder;
      readonly signatureFileId: FileId;
    }
  /** It was written down by mistake and never was in anybody's hands: the chain ends, and nobody holds it. */
  | { readonly itemId: ItemId; readonly type: "struck"; readonly from: Holder; readonly to: null };

/**
 * The holder after the entries of one item, in order; null when it was struck.
 * @throws when a chain does not start with a birth, has two, or hands over from somebody who does not hold it.
 * @example holderAfter([{ itemId, type: "born", to: { kind: "counter", id } }]) → { kind: "counter", id }
 */
export function holderAfter(entries: readonly CustodyEntry[]): Holder | null {
  let holder: Holder | null | undefined;
  for (const entry of entries) {
    if (entry.type === "born") {
      invariant(holder === undefined, "a paper is born once");
    } else {
      invariant(holder !== undefined, "a paper is born before it is handed over");
      invariant(holder !== null, "what was struck is in nobody's hands");
      invariant(isSame(holder, entry.from), "only its holder hands a paper over");
      const stays = entry.type === "recounted" || entry.type === "originalsBack";
      invariant(!stays || isSame(entry.from, entry.to), "what is counted or compared anew stays where it is");
    }
    holder = entry.to;
  }
  invariant(holder !== undefined, "a tracked paper has a birth");
  return holder;
}

function isSame(one: Holder, other: Holder): boolean {
  return one.kind === other.kind && one.id === other.id;
}
