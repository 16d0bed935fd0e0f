import type { Instant } from "#domain/shared/instant.ts";
import { sql } from "kysely";
import type { Space, Tx } from "../db/kysely.ts";
import type { Actor } from "../ledgers/actor.ts";
import { lookingCustodian } from "../ledgers/custodian.ts";
import { acrossSpace } from "../ledgers/in-hand.ts";
import { findOutermost } from "../ledgers/outermost.ts";
import type { Reference } from "../units/reference.ts";

interface Where {
  readonly reference: Reference;
  readonly space: Space;
}

/** A shipment, as far as its papers say what can be reported of it. */
interface Carried {
  readonly leg: string;
  readonly dossier_id: string;
  readonly packet_id: string | null;
}

const VISITS: ReadonlySet<string> = new Set(["attemptFailed", "delivered"]);

/**
 * From when on something may have happened to a parcel, by the ledgers: a result travels after it was there, and whoever
 * comes to the door with a packet has taken it over before. Of a packet that was taken over in a bag only the result counts.
 *
 * @returns null where the ledgers say nothing
 */
export async function possibleSince(
  tx: Tx,
  where: Where,
  { leg, dossier_id: dossierId, packet_id: packetId }: Carried,
  { type, actor }: { readonly type: string; readonly actor: Actor },
): Promise<Instant | null> {
  if (leg !== "return") return null;
  const handed = VISITS.has(type) ? packetId : null;
  const ask = () =>
    sql<{ since: Instant | null }>`
      select greatest(
        (select min(e.occurred_at) from item i join dossier d on d.id = i.dossier_id
          join custody_entry e on e.thing_id = i.id and e.thing = 'item' and e.type = 'born'
          where i.kind = 'result' and ${dossierId}::uuid in (d.id, d.whole_id)),
        (select min(e.occurred_at) from custody_entry e
          where e.thing_id = ${handed}::uuid and e.thing = 'container' and e.type = 'handedOver'
            and e.to_kind = 'person' and e.to_id = ${actor.accountId}::uuid)) as since`.execute(tx);
  const { rows } = await acrossSpace(tx, where, ask, actor.places);
  return rows[0]?.since ?? null;
}

/**
 * Whether somebody may say that a parcel is lost: who has it by the ledger, or anybody of what is with somebody without an
 * account, or of which no ledger says where it is. The citizen is told at once, so what lies with a colleague is not lost.
 *
 * @rule DELIVERY-01
 */
export async function mayBeLost(
  tx: Tx,
  where: Where,
  { packet_id: packetId }: Carried,
  actor: Actor,
): Promise<boolean> {
  if (packetId === null) return true;
  const holder = (await findOutermost(tx, where, [packetId])).get(packetId)?.holder ?? null;
  if (holder === null || holder.kind === "outsider") return true;
  return (await lookingCustodian(tx, actor, where.reference)).answers(holder);
}
