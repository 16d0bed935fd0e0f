import { OWN_CARRIER, type PostalOrderSource, type PostalPayment } from "#domain/postal/order-terms.ts";
import { orderNumberOf } from "#domain/postal/order-number.ts";
import { POSTAL_LEGS, type PostalLeg, type PostalService, type Quote } from "#domain/postal/tariff.ts";
import type { Instant } from "#domain/shared/instant.ts";
import { type Result, done, refuse } from "#domain/shared/result.ts";
import { sql } from "kysely";
import type { Tx } from "../db/kysely.ts";
import type { Deps } from "../deps.ts";
import type { DossierRecord } from "../ledgers/load-dossier.ts";
import { joinPacket } from "../ledgers/shipment-packet.ts";
import type { Reference } from "../units/reference.ts";
import { type OrderParties, sealParties } from "../ledgers/sealed-order.ts";
import { tellCarrier } from "./tell-carrier.ts";
import { nextNumber, takeFromPool } from "./waybill-numbers.ts";

export interface NewOrder {
  readonly dossier: DossierRecord;
  readonly service: PostalService;
  readonly source: PostalOrderSource;
  readonly parties: OrderParties;
  readonly quote: Quote | null;
  readonly days: number | null;
  readonly payment: PostalPayment;
  readonly codAmount: number;
  readonly carrier: string;
  /** Number of a slip filled in by hand, for the way that goes first. */
  readonly waybill: string | null;
  readonly orderedBy: string | null;
}

export interface OpenedOrder {
  readonly orderId: string;
  readonly shipments: readonly {
    readonly shipmentId: string;
    readonly leg: PostalLeg;
    readonly waybill: string | null;
  }[];
}

export interface Opening {
  readonly deps: Pick<Deps, "newId" | "ring">;
  readonly reference: Reference;
  readonly now: Instant;
}

/**
 * Writes an order with a shipment for each of its ways, in the transaction that holds the dossier. Of a dossier and a way
 * there is one live shipment: of two orders at once the second is refused. The carrier is told at once, of a way back when
 * the result is ready.
 */
export async function openOrder(
  tx: Tx,
  order: NewOrder,
  opening: Opening,
): Promise<Result<OpenedOrder, "shipment_live_already" | "waybill_used_before">> {
  const { deps, now } = opening;
  const orderId = deps.newId();
  const legs = order.service === "both" ? POSTAL_LEGS : [order.service];
  const scope = scopeOf(order, opening.reference);
  await tx
    .insertInto("postal_order")
    .values({
      id: orderId,
      dossier_id: order.dossier.id,
      service: order.service,
      source: order.source,
      parties_sealed: sealParties(deps.ring, orderId, order.parties),
      recipient_is_proxy: order.parties.proxy !== null,
      quote: order.quote === null ? null : JSON.stringify(order.quote),
      payment: order.payment,
      cod_amount: order.codAmount,
      ordered_by: order.orderedBy,
      ordered_at: now,
      cancelled_at: null,
      cancelled_by: null,
      cancel_reason: null,
      version: 1,
      scope: [...scope],
    })
    .execute();
  const shipments: { shipmentId: string; leg: PostalLeg; waybill: string | null }[] = [];
  for (const [index, leg] of legs.entries()) {
    const typed = index === 0 ? order.waybill : null;
    const made = await openShipment(tx, { order, orderId, leg, typed, scope }, opening);
    if (!made.ok) return made;
    shipments.push(made.value);
  }
  for (const { shipmentId, leg } of shipments)
    if (leg === "send" || order.dossier.business_status === "finished")
      await tellCarrier(tx, shipmentId, opening);
  return done({ orderId, shipments });
}

interface NewShipment {
  readonly order: NewOrder;
  readonly orderId: string;
  readonly leg: PostalLeg;
  readonly typed: string | null;
  readonly scope: readonly string[];
}

async function openShipment(
  tx: Tx,
  { order, orderId, leg, typed, scope }: NewShipment,
  { deps, now }: Opening,
): Promise<Result<OpenedOrder["shipments"][number], "shipment_live_already" | "waybill_used_before">> {
  const { dossier, carrier } = order;
  const { rows } = await sql<{ earlier: number; live: boolean }>`
    select count(*)::int as earlier, coalesce(bool_or(live), false) as live
    from shipment where dossier_id = ${dossier.id}::uuid and leg = ${leg}`.execute(tx);
  const [before] = rows;
  if (before?.live) return refuse("shipment_live_already", { leg });
  const shipmentId = deps.newId();
  const waybill = typed ?? (await nextNumber(tx, { carrier, shipmentId, now }));
  const written = await tx
    .insertInto("shipment")
    .values({
      id: shipmentId,
      order_id: orderId,
      dossier_id: dossier.id,
      leg,
      waybill,
      carrier,
      order_number: orderNumberOf(dossier.code, leg, (before?.earlier ?? 0) + 1),
      packet_id: null,
      weight_grams: order.quote?.weightGrams ?? null,
      accepted_on: null,
      due_on: null,
      due_provisional: false,
      state: "notOrdered",
      state_since: null,
      live: true,
      attempts: 0,
      invitations: 0,
      working_days: order.days,
      ordered_at: now,
      told_at: null,
      recall_asked_at: null,
      recall_asked_by: null,
      scope: [...scope],
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .executeTakeFirst();
  // Somebody else's shipment took the number between the look and the writing.
  if (!written) return refuse("waybill_used_before", { waybill: waybill ?? "", months: 0 });
  if (typed !== null) await takeFromPool(tx, { number: typed, shipmentId, now });
  if (leg === "return") await joinPacket(tx, { shipmentId });
  return done({ shipmentId, leg, waybill });
}

/** Whoever sees the dossier sees its post; our own couriers see what their office carries. */
function scopeOf({ dossier, carrier }: NewOrder, reference: Reference): readonly string[] {
  if (carrier !== OWN_CARRIER) return dossier.scope;
  const unitId = reference.heirOf(dossier.received_at_unit_id);
  const offices = [...reference.countersOfOffice]
    .filter(([, counters]) => counters.some(({ unit }) => unit.id === unitId))
    .map(([office]) => office);
  return [...new Set([...dossier.scope, ...offices])];
}
