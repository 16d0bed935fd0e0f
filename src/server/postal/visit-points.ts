import type { Point } from "#domain/postal/round-order.ts";
import type { Instant } from "#domain/shared/instant.ts";
import { sql } from "kysely";
import type { Tx } from "../db/kysely.ts";
import { type KeyRing, blindIndex } from "../keys/key-ring.ts";
import type { OrderParty } from "../ledgers/sealed-order.ts";

/** Nobody finds a house again by a point that may be two streets away. */
const ACCURATE_METRES = 100;

/** The address of an order as a keyed hash: equal addresses meet, and the table alone tells none. */
export function addressIndex(ring: KeyRing, { address, communeCode }: OrderParty): Buffer {
  const plain = address
    .normalize("NFC")
    .toLowerCase()
    .replace(/[\s,.]+/g, " ")
    .trim();
  return blindIndex(ring, "address", `${communeCode ?? ""}:${plain}`);
}

/** Keeps where a courier stood at a door; what is not accurate enough is not kept. */
export async function rememberPoint(
  tx: Tx,
  visit: {
    readonly id: string;
    readonly index: Buffer;
    readonly point: Point & { readonly accuracyMetres: number };
    readonly at: Instant;
    readonly actorId: string;
    readonly scope: readonly string[];
  },
): Promise<void> {
  const { point } = visit;
  if (point.accuracyMetres > ACCURATE_METRES) return;
  await tx
    .insertInto("visit_point")
    .values({
      id: visit.id,
      address_index: visit.index,
      latitude: point.latitude,
      longitude: point.longitude,
      accuracy_metres: point.accuracyMetres,
      seen_at: visit.at,
      seen_by: visit.actorId,
      scope: [...visit.scope],
    })
    .execute();
}

/** Of each address the newest point, by the hash in hexadecimal digits. */
export async function findPoints(tx: Tx, indexes: readonly Buffer[]): Promise<ReadonlyMap<string, Point>> {
  const { rows } = await sql<Point & { readonly key: string }>`
    select distinct on (address_index) encode(address_index, 'hex') as key, latitude, longitude
    from visit_point where address_index = any (${[...indexes]}::bytea[])
    order by address_index, seen_at desc`.execute(tx);
  return new Map(rows.map(({ key, latitude, longitude }) => [key, { latitude, longitude }]));
}
