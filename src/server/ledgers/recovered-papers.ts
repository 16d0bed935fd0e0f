import { randomBytes } from "node:crypto";
import { containerCode } from "#domain/custody/container.ts";
import type { Holder } from "#domain/custody/custody.ts";
import { RECOVERED_NAME, RECOVERED_POSITION } from "#domain/postal/close-delivery.ts";
import { asId } from "#domain/shared/id.ts";
import type { Instant } from "#domain/shared/instant.ts";
import { invariant } from "#domain/shared/result.ts";
import { sql } from "kysely";
import type { Tx } from "../db/kysely.ts";
import { bearContainer, moveThings, recordCustodyAct } from "./custody-acts.ts";

/** Papers that a courier took back at a door. */
export interface Recovered {
  readonly shipmentId: string;
  readonly sheets: number;
  readonly courierId: string;
  readonly now: Instant;
  readonly newId: () => string;
}

/**
 * Papers that the agency wants back are with the courier from the door on, in a packet of their own: whoever carries sees
 * how many sheets there are and hands them over like every packet. They are born with the report that tells of them,
 * whatever else is wrong with that delivery: a sheet that left the citizen's hands is in somebody else's. Told once more,
 * as when a report is taken back and written anew, only those are born that were not there.
 *
 * @param tx sees the dossier
 * @rule DELIVERY-02
 */
export async function keepRecovered(
  tx: Tx,
  { shipmentId, sheets: told, courierId, now, newId }: Recovered,
): Promise<void> {
  const parcel = await tx
    .selectFrom("shipment")
    .select(["dossier_id", "scope", "ordered_at"])
    .where("id", "=", shipmentId)
    .executeTakeFirstOrThrow();
  const sheets = told - (await recoveredSince(tx, parcel.dossier_id, parcel.ordered_at));
  if (sheets <= 0) return;
  const act = { id: newId(), actorId: courierId, now };
  await recordCustodyAct(tx, { ...act, type: "made", scope: parcel.scope });
  const courier: Holder = { kind: "person", id: asId(courierId) };
  const [boxId, itemId] = [newId(), newId()];
  const code = containerCode("packet", randomBytes(8));
  const made = await bearContainer(tx, act, {
    id: boxId,
    kind: "packet",
    code,
    holder: courier,
    scope: parcel.scope,
  });
  invariant(made, "a code of eight random signs is free");
  await sql`
    with paper as (
      insert into item (id, dossier_id, position, kind, paper_id, name, originals, copies, shown, note, holder_kind, holder_id,
        custody_seq, scope)
      select ${itemId}::uuid, d.id, ${RECOVERED_POSITION} + (select count(*) from item i where i.dossier_id = d.id
          and i.position >= ${RECOVERED_POSITION})::integer, 'paper', null, ${RECOVERED_NAME}, ${sheets}::integer, 0, false, null,
        'person', ${courierId}::uuid, 1, d.scope
      from dossier d where d.id = ${parcel.dossier_id}::uuid returning id, dossier_id, scope)
    insert into custody_entry (thing, thing_id, seq, type, dossier_id, act_id, to_kind, to_id, actor_id, occurred_at,
      recorded_at, scope)
    select 'item', id, 1, 'born', dossier_id, ${act.id}::uuid, 'person', ${courierId}::uuid, ${courierId}::uuid,
      ${now}::timestamptz, ${now}::timestamptz, scope from paper`.execute(tx);
  const into: Holder = { kind: "container", id: boxId };
  await moveThings(tx, act, [
    { thing: "item", id: itemId, type: "packed", from: courier, to: into, originals: sheets, copies: 0 },
  ]);
  await sql`update container set dossier_id = ${parcel.dossier_id}::uuid where id = ${boxId}::uuid`.execute(
    tx,
  );
}

/** Sheets of a dossier that were taken back at a door since a moment. */
async function recoveredSince(tx: Tx, dossierId: string, since: Instant): Promise<number> {
  const { rows } = await sql<{ sheets: number }>`
    select coalesce(sum(i.originals), 0)::integer as sheets
    from item i join custody_entry e on e.thing_id = i.id and e.seq = 1
    where i.dossier_id = ${dossierId}::uuid and i.position >= ${RECOVERED_POSITION} and e.recorded_at >= ${since}::timestamptz`.execute(
    tx,
  );
  return rows[0]?.sheets ?? 0;
}
