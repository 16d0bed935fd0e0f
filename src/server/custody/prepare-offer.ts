import type { ThingRef } from "#contract/custody.ts";
import { readSeal } from "#domain/custody/container.ts";
import { type Holder, isSameHolder } from "#domain/custody/custody.ts";
import { type Result, done, invariant, refuse } from "#domain/shared/result.ts";
import type { Tx } from "../db/kysely.ts";
import type { Custodian } from "../ledgers/custodian.ts";
import { type HeldThing, takeInHand } from "../ledgers/things.ts";

/** The things of an offer, with the one holder who gives them. */
export interface PreparedOffer {
  readonly things: readonly HeldThing[];
  readonly from: Holder;
}

type Wanted = ThingRef & { readonly seal?: string };
type Refused =
  | "not_found"
  | "not_holder"
  | "thing_offered"
  | "thing_inside"
  | "thing_named_twice"
  | "seal_unreadable"
  | "seal_differs"
  | "things_of_several"
  | "item_needs_packet";

/**
 * What may be offered: all of it in the hands of one holder that the giver answers for, each seal as it is recorded.
 * Loose papers go only to who works with their dossier; whoever merely carries gets packets.
 *
 * @param places where the receiver belongs
 * @rule HANDOVER-01
 */
export async function prepareOffer(
  tx: Tx,
  custodian: Custodian,
  wanted: readonly Wanted[],
  places: readonly string[],
): Promise<Result<PreparedOffer, Refused>> {
  const held = await takeInHand(tx, custodian, wanted);
  if (!held.ok) return held;
  const byId = new Map(held.value.map((thing) => [thing.id, thing]));
  const things = wanted.flatMap(({ id }) => byId.get(id) ?? []);
  const from = things[0]?.holder;
  invariant(from, "what is in hand has a holder");
  if (things.some(({ holder }) => holder === null || !isSameHolder(holder, from)))
    return refuse("things_of_several");
  for (const { id, seal: typed } of wanted) {
    if (typed === undefined) continue;
    const seal = readSeal(typed);
    if (!seal.ok) return seal;
    if (seal.value !== byId.get(id)?.seal) return refuse("seal_differs");
  }
  const loose = things.filter(({ thing }) => thing === "item");
  if (loose.some(({ scope }) => !places.some((place) => scope.includes(place))))
    return refuse("item_needs_packet");
  return done({ things, from });
}
