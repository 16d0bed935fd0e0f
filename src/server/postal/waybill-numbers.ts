import { type ReadTrackingNumber, readTrackingNumber, s10Number } from "#domain/postal/tracking-number.ts";
import type { Instant } from "#domain/shared/instant.ts";
import { type Result, done, refuse } from "#domain/shared/result.ts";
import { type Selectable, sql } from "kysely";
import type { Tx } from "../db/kysely.ts";
import type { Database } from "../db/schema.gen.ts";

/** No number comes again before so many months where no range says otherwise; UPU S10 asks for 12. */
export const REUSE_MONTHS = 24;

/** Whether a number was on a shipment within so many months, or is on one that is under way. */
async function isUsed(tx: Tx, number: string, months: number, now: Instant): Promise<boolean> {
  const { rows } = await sql<{ used: boolean }>`
    select waybill_used(${number}, ${now}::timestamptz - make_interval(months => ${months})) as used`.execute(
    tx,
  );
  return rows[0]?.used === true;
}

/** A number that was typed from a slip: read, and refused when it was used before. */
export async function typedNumber(
  tx: Tx,
  typed: string,
  now: Instant,
): Promise<Result<ReadTrackingNumber, "tracking_number_unreadable" | "waybill_used_before">> {
  const read = readTrackingNumber(typed);
  if (!read.ok) return read;
  const { number } = read.value;
  if (await isUsed(tx, number, REUSE_MONTHS, now))
    return refuse("waybill_used_before", { waybill: number, months: REUSE_MONTHS });
  return done(read.value);
}

/**
 * The next number for a carrier: of its pool, or of its oldest open range, each once; null where it has neither. Whoever asks
 * at the same moment waits for the row and gets the one after.
 *
 * @rule TRACKING-01
 */
export async function nextNumber(
  tx: Tx,
  {
    carrier,
    shipmentId,
    now,
  }: { readonly carrier: string; readonly shipmentId: string; readonly now: Instant },
): Promise<string | null> {
  return (await fromPool(tx, carrier, shipmentId, now)) ?? (await fromRange(tx, carrier, now));
}

/** The next free number of a pool that is on no shipment yet: one may have been told by the carrier, or typed. */
async function fromPool(tx: Tx, carrier: string, shipmentId: string, now: Instant): Promise<string | null> {
  const { rows } = await sql<{ number: string }>`
    update waybill_pool set taken_at = ${now}::timestamptz, shipment_id = ${shipmentId}::uuid
    where number = (
      select number from waybill_pool where carrier = ${carrier} and taken_at is null
        and not waybill_used(number, ${now}::timestamptz - make_interval(months => ${REUSE_MONTHS}))
      order by added_at, number limit 1 for update skip locked)
    returning number`.execute(tx);
  return rows[0]?.number ?? null;
}

/** A number of a pool that was typed from its slip is out of the pool with its shipment. */
export async function takeFromPool(
  tx: Tx,
  {
    number,
    shipmentId,
    now,
  }: { readonly number: string; readonly shipmentId: string; readonly now: Instant },
): Promise<void> {
  await tx
    .updateTable("waybill_pool")
    .set({ taken_at: now, shipment_id: shipmentId })
    .where("number", "=", number)
    .where("taken_at", "is", null)
    .execute();
}

async function fromRange(tx: Tx, carrier: string, now: Instant): Promise<string | null> {
  for (;;) {
    const range: Selectable<Database["waybill_range"]> | undefined = await tx
      .selectFrom("waybill_range")
      .selectAll()
      .where("carrier", "=", carrier)
      .where("closed_at", "is", null)
      .whereRef("next_serial", "<=", "to_serial")
      .orderBy("opened_at")
      .orderBy("id")
      .limit(1)
      .forUpdate()
      .executeTakeFirst();
    if (!range) return null;
    await tx
      .updateTable("waybill_range")
      .set({ next_serial: range.next_serial + 1 })
      .where("id", "=", range.id)
      .execute();
    const number = s10Number(range, range.next_serial);
    if (!(await isUsed(tx, number, range.reuse_months, now))) return number;
  }
}
