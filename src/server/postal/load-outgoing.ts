import { sql } from "kysely";
import type { Instant } from "#domain/shared/instant.ts";
import type { Tx } from "../db/kysely.ts";
import type { KeyRing } from "../keys/key-ring.ts";
import type { Reference } from "../units/reference.ts";
import { provinceOfCommune } from "../units/load-communes.ts";
import type { PlainDate } from "#domain/shared/plain-date.ts";
import { type OrderParty, openOrderParties } from "../ledgers/sealed-order.ts";

/** A shipment as its carrier is told of it; null when there is none. */
export async function loadOutgoing(
  tx: Tx,
  shipmentId: string,
  {
    ring,
    reference,
    day,
  }: { readonly ring: KeyRing; readonly reference: Reference; readonly day: PlainDate },
) {
  const row = await tx
    .selectFrom("shipment as s")
    .innerJoin("postal_order as o", "o.id", "s.order_id")
    .innerJoin("dossier as d", "d.id", "s.dossier_id")
    .select([
      "s.carrier",
      "s.leg",
      "s.order_number",
      "s.told_at",
      "s.ordered_at",
      "s.asked_at",
      "s.recall_asked_at",
      "o.id as order_id",
      "o.parties_sealed",
      "o.cod_amount",
      "o.cancelled_at",
      "d.procedure_name",
    ])
    .where("s.id", "=", shipmentId)
    .executeTakeFirst();
  if (!row) return null;
  const { citizen, unit } = openOrderParties(ring, row.order_id, row.parties_sealed);
  const codeOf = ({ communeCode }: OrderParty) =>
    communeCode === null ? undefined : provinceOfCommune(reference, communeCode, day);
  const provinces = await provinceNames(
    tx,
    [citizen, unit].flatMap((of) => codeOf(of) ?? []),
    day,
  );
  const party = (of: OrderParty) => ({
    name: of.name,
    address: of.address,
    phone: of.phone,
    email: of.email === "" ? null : of.email,
    province: provinces.get(codeOf(of) ?? "") ?? "",
    district: null,
  });
  const [sender, recipient] = row.leg === "send" ? [citizen, unit] : [unit, citizen];
  const orderedAt: Instant = row.told_at ?? row.ordered_at;
  return {
    carrier: row.carrier,
    order: {
      orderNumber: row.order_number,
      sender: party(sender),
      recipient: party(recipient),
      papers: row.leg === "send" ? "Hồ sơ thủ tục hành chính" : "Kết quả thủ tục hành chính",
      description: row.procedure_name,
      // Money is collected at the citizen's door, on the way back alone.
      codAmount: row.leg === "return" ? row.cod_amount : 0,
    },
    orderedAt,
    cancelledAt: row.cancelled_at,
    recalledAt: row.recall_asked_at,
    carrierAskedAt: row.asked_at,
  };
}

/** By name: the fields of the protocol are texts, and no source has a list of codes (inference, ours; unconfirmed). */
async function provinceNames(
  tx: Tx,
  codes: readonly string[],
  day: PlainDate,
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ code: string; name: string }>`
    select code, name from nation.administrative_unit
    where code = any (${[...codes]}::text[]) and valid_from <= ${day}::date and coalesce(valid_to, ${day}::date) >= ${day}::date`.execute(
    tx,
  );
  return new Map(rows.map(({ code, name }) => [code, name]));
}
