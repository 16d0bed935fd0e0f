import type { Holder } from "#domain/custody/custody.ts";
import type { Instant } from "#domain/shared/instant.ts";
import { sql } from "kysely";
import type { Tx } from "../db/kysely.ts";
import type { ChainRow } from "./chain-store.ts";

/** Into whose charge a place went, and when. */
export interface Charge {
  readonly placeId: string;
  readonly responsible: string;
  readonly before: string | null;
  readonly at: Instant;
  readonly actor: string;
  readonly signatureIds: readonly string[];
}

/** In whose charge these places were, one after the other. */
export async function readCharges(tx: Tx, placeIds: readonly string[]): Promise<readonly Charge[]> {
  if (placeIds.length === 0) return [];
  const { rows } = await sql<Charge>`
    select c.place_id as "placeId", r.full_name as responsible, c.recorded_at as at, a.full_name as actor,
      lag(r.full_name) over (partition by c.place_id order by c.seq) as before,
      array_remove(array[c.giver_signature_id, c.receiver_signature_id], null) as "signatureIds"
    from custody_charge c join nation.account r on r.id = c.responsible_id join nation.account a on a.id = c.actor_id
    where c.place_id = any (${[...placeIds]}::uuid[]) order by c.place_id, c.seq`.execute(tx);
  return rows;
}

/** Who answered for a place at a moment: a step of the past names who signed it, and not who has the place today. */
export function responsibleAt(
  charges: readonly Charge[],
  { kind, id }: Pick<Holder, "kind"> & { readonly id: string | null },
  at: Instant,
): string | undefined {
  if (kind !== "place") return undefined;
  const own = charges.filter(({ placeId }) => placeId === id);
  return (own.findLast((charge) => charge.at <= at) ?? own[0])?.responsible;
}

/** The places of a way. */
export function placesOfWay(rows: readonly ChainRow[]): string[] {
  return [
    ...new Set(rows.flatMap(({ toKind, toId }) => (toKind === "place" && toId !== null ? [toId] : []))),
  ];
}

/**
 * Which charges a thing went through while it lay at a place: by each of them somebody else answered for it from then on.
 *
 * @returns after which row of the way each stands
 */
export function chargesOfWay(
  rows: readonly ChainRow[],
  charges: readonly Charge[],
): readonly { readonly after: number; readonly charge: Charge }[] {
  return rows.flatMap(({ toKind, toId, at }, after) => {
    if (toKind !== "place") return [];
    // What is packed stays where its packet is.
    const next = rows.slice(after + 1).find((row) => row.toKind !== null && row.toKind !== "container");
    return charges
      .filter(({ placeId, before }) => placeId === toId && before !== null)
      .filter((charge) => charge.at > at && (next === undefined || charge.at <= next.at))
      .map((charge) => ({ after, charge }));
  });
}
