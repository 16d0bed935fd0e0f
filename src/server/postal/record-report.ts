import { OWN_CARRIER } from "#domain/postal/order-terms.ts";
import { reportShipment } from "#contract/postal.ts";
import type { Static } from "typebox";
import { decideDelivery } from "#domain/postal/decide-delivery.ts";
import { reportFault } from "#domain/postal/report-fault.ts";
import type { ShipmentState } from "#domain/postal/shipment-journey.ts";
import { type Instant, instant } from "#domain/shared/instant.ts";
import type { PlainDate } from "#domain/shared/plain-date.ts";
import { done, invariant, refuse } from "#domain/shared/result.ts";
import { sql } from "kysely";
import type { Space, Tx } from "../db/kysely.ts";
import type { Deps } from "../deps.ts";
import { type Context, bind } from "../http/context.ts";
import { seal } from "../keys/seal.ts";
import type { Actor } from "../ledgers/actor.ts";
import { isKept } from "../ledgers/custody-signature.ts";
import { followReports } from "../ledgers/follow-reports.ts";
import { acrossSpace } from "../ledgers/in-hand.ts";
import { keepRecovered } from "../ledgers/recovered-papers.ts";
import { recordShipmentEvents } from "../ledgers/shipment-ledger.ts";
import { postalCalendar } from "../units/postal-facts.ts";
import { openOrderParties } from "../ledgers/sealed-order.ts";
import type { Reference } from "../units/reference.ts";
import { mayBeLost, possibleSince } from "./report-limits.ts";
import { addressIndex, rememberPoint } from "./visit-points.ts";

type Body = Static<(typeof reportShipment)["body"]>;

const AT_THE_DOOR: ReadonlySet<string> = new Set(["pickedUp", "attemptFailed", "delivered"]);

/**
 * What a courier reports. The number is the phone's, so that a report which was sent twice, or again after the phone was
 * off, is one event. Reports may come late and in any order; a delivery needs its proof.
 *
 * @rule DELIVERY-01
 */
export const reportShipmentRoute = bind(
  reportShipment,
  ({ actor, body, deps, params, reference, now, write }) =>
    write(async (tx, space) => {
      const at = instant(body.at);
      const shipment = await tx
        .selectFrom("shipment as s")
        .innerJoin("postal_order as o", "o.id", "s.order_id")
        .select([
          "s.id",
          "s.order_id",
          "s.carrier",
          "s.order_number",
          "s.waybill",
          "s.leg",
          "s.ordered_at",
          "s.dossier_id",
          "o.recipient_is_proxy",
          "s.packet_id",
        ])
        .where("s.id", "=", params.shipmentId)
        .executeTakeFirst();
      if (!shipment) return refuse("not_found");
      const believed = await mayBelieve(tx, shipment, { actor, body, now, where: { reference, space } });
      if (!believed.ok) return believed;
      const sourceId = body.reportId;
      const report = {
        ...happeningOf(body),
        source: OWN_CARRIER,
        sourceId,
        at: at > now ? now : at,
        withdrawn: body.withdrawn ?? false,
        shipmentId: shipment.id,
        waybill: shipment.waybill,
        orderNumber: shipment.order_number,
        actorId: actor.accountId,
        ...sealedProof(deps, body),
        ...(body.signatureFileId !== undefined && { signatureFileId: body.signatureFileId }),
        ...(body.photoFileId !== undefined && { photoFileId: body.photoFileId }),
      };
      const { recorded, ...followed } = await recordShipmentEvents(tx, [report], {
        now,
        newId: deps.newId,
        ring: deps.ring,
        calendar: postalCalendar(reference),
      });
      if (recorded > 0) await keepVisit(tx, deps, body, shipment.order_id, actor, at);
      // A courier sees no dossier; what follows from a delivery is of the dossier.
      const closing = { deps, reference, now, reporterId: actor.accountId };
      const follow = async () => {
        await followReports(tx, closing, followed);
        const sheets = body.withdrawn === true ? 0 : (body.delivery?.papersRecovered ?? 0);
        if (recorded > 0 && body.type === "delivered" && sheets > 0)
          await keepRecovered(tx, {
            shipmentId: shipment.id,
            sheets,
            courierId: actor.accountId,
            now,
            newId: deps.newId,
          });
      };
      await acrossSpace(tx, { reference, space }, follow, actor.places);
      const after = await tx
        .selectFrom("shipment")
        .select("state")
        .where("id", "=", shipment.id)
        .executeTakeFirst();
      invariant(after, "a shipment that was reported of is there");
      return done({ state: after.state as ShipmentState, recorded: recorded > 0 });
    }),
);

/** Whether a report may be so: of a shipment of ours, at a possible time, by whoever reported it first, with the own proofs. */
async function mayBelieve(tx: Tx, shipment: Reported, asked: Asked) {
  const { actor, body, now, where } = asked;
  if (shipment.carrier !== OWN_CARRIER) return refuse("shipment_of_carrier");
  const nextOn = (body.nextOn as PlainDate | undefined) ?? null;
  const timed = { at: instant(body.at), orderedAt: shipment.ordered_at, nextOn };
  const { type, withdrawn = false } = body;
  // What was dated wrongly once is taken back with its date.
  const since = withdrawn ? null : await possibleSince(tx, where, shipment, { type, actor });
  const fault = reportFault({ ...timed, possibleSince: since }, now);
  if (fault !== null) return refuse(fault);
  const before = await reportsBefore(tx, body);
  if (!isOwnReport(before, body, shipment.id, actor)) return refuse("report_of_another");
  if (!(await filesAreKept(tx, body, actor))) return refuse("file_missing");
  // What was heard already stays one event, wherever the packet is by now.
  const misplaced = before.length > 0 ? null : await misplacedIn(tx, shipment, asked);
  if (misplaced !== null) return refuse(misplaced);
  return proofOf(body, shipment.recipient_is_proxy);
}

type Asked = Pick<Context<typeof reportShipment>, "actor" | "body" | "now"> & {
  readonly where: { readonly reference: Reference; readonly space: Space };
};

interface Reported {
  readonly id: string;
  readonly dossier_id: string;
  readonly carrier: string;
  readonly leg: string;
  readonly ordered_at: Instant;
  readonly recipient_is_proxy: boolean;
  readonly packet_id: string | null;
}

/** Why the papers cannot be where the report says. */
async function misplacedIn(tx: Tx, shipment: Reported, { actor, body, where }: Asked) {
  const { type, delivery, withdrawn } = body;
  // Only at the citizen's door are papers taken back for the agency; what comes in is counted at the counter.
  if (shipment.leg === "send" && (delivery?.papersRecovered ?? 0) > 0) return "recovered_on_way_in";
  if (withdrawn === true) return null;
  if (type === "backAtAgency" && (await isStillOut(tx, shipment.packet_id))) return "packet_still_out";
  return type === "lost" && !(await mayBeLost(tx, where, shipment, actor)) ? "packet_elsewhere" : null;
}

/** The citizen would be sent to fetch what the ledger has with a courier or somebody without an account. */
async function isStillOut(tx: Tx, packetId: string | null): Promise<boolean> {
  if (packetId === null) return false;
  const { rows } = await sql`
    with recursive box as (
      select holder_kind, holder_id from container where id = ${packetId}::uuid
      union all
      select c.holder_kind, c.holder_id from container c join box on box.holder_kind = 'container' and c.id = box.holder_id)
    select 1 from box where holder_kind = 'outsider' or holder_kind = 'person'
      and exists (select from nation.staff_post p where p.account_id = holder_id and p.role = 'courier')
    limit 1`.execute(tx);
  return rows.length > 0;
}

/** Where the door is, of a visit at which somebody stood there. */
async function keepVisit(
  tx: Tx,
  { ring, newId }: Deps,
  { type, point }: Body,
  orderId: string,
  { accountId, places }: Actor,
  at: Instant,
): Promise<void> {
  if (!point || !AT_THE_DOOR.has(type)) return;
  const order = await tx
    .selectFrom("postal_order")
    .select("parties_sealed")
    .where("id", "=", orderId)
    .executeTakeFirstOrThrow();
  const { citizen } = openOrderParties(ring, orderId, order.parties_sealed);
  await rememberPoint(tx, {
    id: newId(),
    index: addressIndex(ring, citizen),
    point,
    at,
    actorId: accountId,
    scope: places,
  });
}

function proofOf({ type, delivery, signatureFileId, withdrawn }: Body, proxyOrdered: boolean) {
  if (type !== "delivered" || withdrawn === true) return done(null);
  return decideDelivery({
    taker: delivery?.taker ?? "recipient",
    identityChecked: delivery?.identityChecked ?? false,
    signed: signatureFileId !== undefined,
    proxyPaper: delivery?.proxyPaper ?? "",
    proxyOrdered,
  });
}

/** What was seen at the door, or said of it: of people, so it is sealed, and forgotten with the order. */
function sealedProof({ ring }: Deps, { reportId, delivery, note = "" }: Body) {
  const seen = delivery ?? (note.trim() === "" ? null : { note: note.trim() });
  return seen === null ? {} : { proofSealed: seal(ring, `shipment_event:${reportId}`, seen) };
}

function happeningOf(body: Body) {
  if (body.type === "inTransit") return { type: body.type, place: body.place ?? null };
  if (body.type === "attemptFailed")
    return {
      type: body.type,
      reason: body.reason ?? ("other" as const),
      nextOn: (body.nextOn as PlainDate | undefined) ?? null,
    };
  return { type: body.type };
}

/** What is known by the number of a report: itself, heard earlier, and that it was taken back. */
function reportsBefore(tx: Tx, { reportId }: Body) {
  return tx
    .selectFrom("shipment_event")
    .select(["shipment_id", "actor_id", "type"])
    .where("source", "=", OWN_CARRIER)
    .where("source_id", "=", reportId)
    .execute();
}

/** A number is one report, of one thing that happened to one shipment: nobody takes back what somebody else reported. */
function isOwnReport(
  before: Awaited<ReturnType<typeof reportsBefore>>,
  { type }: Body,
  shipmentId: string,
  { accountId }: Actor,
): boolean {
  return before.every(
    (known) =>
      known.shipment_id === shipmentId &&
      known.type === type &&
      (known.actor_id === null || known.actor_id === accountId),
  );
}

async function filesAreKept(
  tx: Tx,
  { reportId, signatureFileId, photoFileId }: Body,
  { accountId }: Actor,
): Promise<boolean> {
  if (signatureFileId !== undefined) {
    if (!(await isKept(tx, accountId, signatureFileId, "signature"))) return false;
    if (await hasSigned(tx, signatureFileId, reportId)) return false;
  }
  return photoFileId === undefined || isKept(tx, accountId, photoFileId, "photo");
}

/** A drawing signs once: not a second delivery, and not what it signed as a hand-over. */
async function hasSigned(tx: Tx, fileId: string, reportId: string): Promise<boolean> {
  const { rows } = await sql`
    select from shipment_event where signature_file_id = ${fileId}::uuid and source_id <> ${reportId}
    union all
    select from custody_signature where file_id = ${fileId}::uuid
    limit 1`.execute(tx);
  return rows.length > 0;
}
