import { sql } from "kysely";
import type { Tx } from "../db/kysely.ts";

const UNIQUE_VIOLATION = "23505";

/**
 * Gives a shipment its number, unless a live shipment bears it: also one that is given it in the same moment, which only the
 * index of the numbers sees.
 *
 * @returns false when the number is borne by another one
 * @rule TRACKING-01
 */
export async function bearWaybill(tx: Tx, shipmentId: string, waybill: string): Promise<boolean> {
  await sql`savepoint of_waybill`.execute(tx);
  try {
    const { rows } = await sql`
      update shipment set waybill = ${waybill} where id = ${shipmentId}::uuid
        and not exists (select from shipment other where other.waybill = ${waybill} and other.live)
      returning id`.execute(tx);
    await sql`release savepoint of_waybill`.execute(tx);
    return rows.length > 0;
  } catch (error) {
    if ((error as { code?: unknown }).code !== UNIQUE_VIOLATION) throw error;
    await sql`rollback to savepoint of_waybill`.execute(tx);
    return false;
  }
}
