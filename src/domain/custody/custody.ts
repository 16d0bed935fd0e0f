import type { AccountId, AgencyId, CounterId, FileId, PostOfficeId, UnitId } from "../shared/id.ts";
import { invariant } from "../shared/result.ts";

/**
 * With whom or where a thing is: a named person, a named place, whoever took it home, somebody without an account who
 * signed for it, or the packet or bag that it lies in. In a container it is held by whoever holds the outermost one.
 */
export type Holder =
  | { readonly kind: "person"; readonly id: AccountId }
  | { readonly kind: "counter"; readonly id: CounterId }
  | { readonly kind: "agency"; readonly id: AgencyId }
  | { readonly kind: "unit"; readonly id: UnitId }
  | { readonly kind: "postOffice"; readonly id: PostOfficeId }
  | { readonly kind: "place"; readonly id: string }
  | { readonly kind: "outsider"; readonly id: string }
  | { readonly kind: "container"; readonly id: string }
  | { readonly kind: "citizen"; readonly id: null };

export const HOLDER_KINDS = [
  "person",
  "counter",
  "agency",
  "unit",
  "postOffice",
  "place",
  "citizen",
  "outsider",
  "container",
] as const satisfies readonly Holder["kind"][];

/** What is tracked: a paper or result, or a packet or bag that holds such. */
export const THINGS = ["item", "container"] as const;
export type Thing = (typeof THINGS)[number];

/** The number of a seal as it is printed on it. */
export type Seal = string;

interface Moved {
  readonly thingId: string;
  readonly from: Holder;
  readonly to: Holder;
}

/**
 * One line of the custody ledger. A thing is born into somebody's hands once, and goes on from its holder to another, so
 * that at every instant it has exactly one holder, or lies in exactly one container.
 */
export type CustodyEntry =
  | { readonly type: "born"; readonly thingId: string; readonly to: Holder }
  | (Moved & {
      readonly type: "handedOver";
      /** Of an event of a dossier: the citizen's signature. Null by an act, whose manifest has both. */
      readonly signatureFileId: FileId | null;
    })
  /**
   * Somebody else answers for it from then on, and nobody could sign for it: its holder was stopped or has left, or the
   * agency took a result with an error back.
   */
  | (Moved & { readonly type: "succeeded" })
  /** The number was written down wrongly, or more of the same came in: the holder stays and has this many. */
  | (Moved & { readonly type: "recounted"; readonly originals: number; readonly copies: number })
  /** The originals went back to the citizen, who signed for them; the holder keeps the copies of the same paper. */
  | (Moved & { readonly type: "originalsBack"; readonly signatureFileId: FileId })
  /** Into a container that is open, or out of it: so many sheets of it, none for a container. */
  | (Moved & {
      readonly type: "packed" | "unpacked";
      readonly originals: number | null;
      readonly copies: number | null;
    })
  /** A container is closed by this seal, or this seal of it is broken; it stays where it is. */
  | (Moved & { readonly type: "sealed" | "opened"; readonly seal: Seal })
  /** From one place of a person to another of the same: one signature. */
  | (Moved & { readonly type: "placed" })
  /**
   * The chain ends and nobody holds it: a paper that was written down by mistake and never was in anybody's hands, a
   * container that was emptied and put away.
   */
  | { readonly type: "struck"; readonly thingId: string; readonly from: Holder; readonly to: null };

/** What a chain of entries amounts to. */
export interface Chain {
  /** Null when it was struck. */
  readonly holder: Holder | null;
  /** The seal that closes it; null for what is open or has none. */
  readonly seal: Seal | null;
}

const STAYS: ReadonlySet<CustodyEntry["type"]> = new Set(["recounted", "originalsBack", "sealed", "opened"]);

/**
 * Holder and seal after the entries of one thing, in order.
 *
 * @rule CUSTODY-01
 * @throws when a chain does not start with a birth, has two, goes on from somebody who does not hold it, comes into a
 * container otherwise than by being packed or out of it otherwise than by being unpacked, or breaks a seal that it has not
 * @example chainAfter([{ thingId, type: "born", to: { kind: "counter", id } }]) → { holder: { kind: "counter", id }, seal: null }
 */
export function chainAfter(entries: readonly CustodyEntry[]): Chain {
  let holder: Holder | null | undefined;
  let seal: Seal | null = null;
  for (const entry of entries) {
    if (entry.type === "born") {
      invariant(holder === undefined, "a thing is born once");
    } else {
      invariant(holder !== undefined, "a thing is born before it is handed over");
      invariant(holder !== null, "what was struck is in nobody's hands");
      invariant(isSameHolder(holder, entry.from), "only its holder hands a thing over");
      assertWay(entry);
      seal = sealAfter(seal, entry);
    }
    holder = entry.to;
  }
  invariant(holder !== undefined, "a tracked thing has a birth");
  return { holder, seal };
}

/** {@link chainAfter} for whoever asks for the holder alone. */
export function holderAfter(entries: readonly CustodyEntry[]): Holder | null {
  return chainAfter(entries).holder;
}

/** A container is entered by being packed and left by being unpacked, and by nothing else. */
function assertWay(entry: Exclude<CustodyEntry, { type: "born" }>): void {
  const { type, from, to } = entry;
  if (STAYS.has(type))
    invariant(to && isSameHolder(from, to), "what is counted or compared anew stays where it is");
  const enters = to?.kind === "container" && !STAYS.has(type);
  const leaves = from.kind === "container" && !STAYS.has(type);
  invariant(enters === (type === "packed"), "a thing comes into a container by being packed");
  invariant(leaves === (type === "unpacked"), "a thing comes out of a container by being unpacked");
}

function sealAfter(seal: Seal | null, entry: CustodyEntry): Seal | null {
  if (entry.type === "sealed") {
    invariant(seal === null, "what is sealed is opened before it is sealed anew");
    return entry.seal;
  }
  if (entry.type === "opened") {
    invariant(seal === entry.seal, "only the seal that is on it is broken");
    return null;
  }
  invariant(entry.type !== "struck" || seal === null, "what is sealed is not put away");
  return seal;
}

/** @example isSameHolder({ kind: "counter", id: a }, { kind: "counter", id: a }) → true */
export function isSameHolder(one: Holder, other: Holder): boolean {
  return one.kind === other.kind && one.id === other.id;
}
