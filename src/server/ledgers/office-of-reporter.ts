import { type Instant, localTime } from "#domain/shared/instant.ts";
import { sql } from "kysely";
import type { Tx } from "../db/kysely.ts";

/** A post office as a citizen finds it. */
export interface OfficeAddress {
  readonly name: string;
  readonly address: string;
}

/** What is known of a report: who made it here, and of which moment. */
interface Reported {
  readonly actor_id: string | null;
  readonly at: Instant;
}

/** The post office of whoever reported something, where a parcel that nobody took lies; null for another carrier's. */
export async function officeOfReporter(
  tx: Tx,
  { actor_id: accountId, at }: Reported,
): Promise<OfficeAddress | null> {
  if (accountId === null) return null;
  const { day } = localTime(at);
  const { rows } = await sql<OfficeAddress>`
    select o.name, o.address from nation.staff_post p join nation.post_office o on o.id = p.post_office_id
    where p.account_id = ${accountId}::uuid and p.valid_from <= ${day}::date
      and coalesce(p.valid_to, 'infinity') >= ${day}::date
    order by p.valid_from desc, p.id limit 1`.execute(tx);
  return rows[0] ?? null;
}

/** The post office that invited last to fetch a shipment. */
export async function officeOfInvitation(tx: Tx, shipmentId: string): Promise<OfficeAddress | null> {
  const last = await tx
    .selectFrom("shipment_event")
    .select(["actor_id", "at"])
    .where("shipment_id", "=", shipmentId)
    .where("type", "=", "invited")
    .orderBy("at", "desc")
    .limit(1)
    .executeTakeFirst();
  return last ? officeOfReporter(tx, last) : null;
}
