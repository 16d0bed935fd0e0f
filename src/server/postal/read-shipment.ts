import { readShipment, type reportShipment } from "#contract/postal.ts";
import { REPORTED_TYPES, type ShipmentEventView } from "#contract/shipment-event-view.ts";
import { afterAttempt } from "#domain/postal/postal-deadlines.ts";
import { type ShipmentJourney, shipmentJourney } from "#domain/postal/shipment-journey.ts";
import { type Instant, localTime } from "#domain/shared/instant.ts";
import { done, invariant, refuse } from "#domain/shared/result.ts";
import type { Static } from "typebox";
import type { Tx } from "../db/kysely.ts";
import { bind } from "../http/context.ts";
import type { KeyRing } from "../keys/key-ring.ts";
import { unseal } from "../keys/seal.ts";
import { loadJourneys } from "../ledgers/shipment-ledger.ts";
import { postalCalendar } from "../units/postal-facts.ts";
import type { Reference } from "../units/reference.ts";
import { viewOrders } from "./order-views.ts";

/** One shipment with its order and its way, computed from all that was reported. */
export const readShipmentRoute = bind(readShipment, ({ actor, deps, params, reference, now, read }) =>
  read(async (tx) => {
    const order = await tx
      .selectFrom("postal_order")
      .innerJoin("shipment", "shipment.order_id", "postal_order.id")
      .selectAll("postal_order")
      .where("shipment.id", "=", params.shipmentId)
      .executeTakeFirst();
    if (!order) return refuse("not_found");
    const [view] = await viewOrders(tx, [order], { ring: deps.ring, reference, now });
    const shipment = view?.shipments.find(({ shipmentId }) => shipmentId === params.shipmentId);
    invariant(view && shipment, "an order has its shipments");
    const journeys = await loadJourneys(tx, [params.shipmentId]);
    const journey = journeys.get(params.shipmentId) ?? shipmentJourney([]);
    const proofs = await proofsOf(tx, deps.ring, params.shipmentId, actor.accountId);
    return done({
      shipment,
      order: view,
      events: journey.events.map((event) => ({
        ...viewEvent(event, journey),
        ...(proofs.get(keyOf(event)) ?? NO_PROOF),
      })),
      damagedAt: journey.damagedAt,
      openDifference: await hasOpenDifference(tx, params.shipmentId),
      packet: await packetOf(tx, params.shipmentId),
      afterAttempt: shipment.live && shipment.state !== "lost" ? nextOf(journey, reference, now) : null,
    });
  }),
);

type Proofs = Pick<
  ShipmentEventView,
  "by" | "note" | "proof" | "signatureFileId" | "photoFileId" | "ownReport"
>;

const NO_PROOF: Proofs = {
  by: "",
  note: "",
  proof: null,
  signatureFileId: null,
  photoFileId: null,
  ownReport: null,
};

const keyOf = ({ source, sourceId }: { readonly source: string; readonly sourceId: string }) =>
  JSON.stringify([source, sourceId]);

/** Who reported what with which proofs, by the report. */
async function proofsOf(
  tx: Tx,
  ring: KeyRing,
  shipmentId: string,
  reader: string,
): Promise<ReadonlyMap<string, Proofs>> {
  const rows = await tx
    .selectFrom("shipment_event as e")
    .leftJoin("nation.account as a", "a.id", "e.actor_id")
    .select(["e.source", "e.source_id as sourceId", "e.proof_sealed as sealed", "a.full_name as by"])
    .select(["e.actor_id as actorId", "e.type"])
    .select(["e.signature_file_id as signatureFileId", "e.photo_file_id as photoFileId"])
    .where("e.shipment_id", "=", shipmentId)
    .where("e.withdrawn", "=", false)
    .execute();
  return new Map(
    rows.map(({ sealed, by, signatureFileId, photoFileId, actorId, type, ...report }) => [
      keyOf(report),
      {
        by: by ?? "",
        ...seenIn(sealed && unseal<Seen>(ring, `shipment_event:${report.sourceId}`, sealed)),
        signatureFileId,
        photoFileId,
        ownReport: actorId === reader ? ownReport(report.sourceId, type) : null,
      },
    ]),
  );
}

/** Only what was reported by itself has a number of its own to take it back by: a bảng kê says what was taken over. */
function ownReport(reportId: string, type: string): ShipmentEventView["ownReport"] {
  const reported = REPORTED_TYPES.find((one) => one === type);
  return reported !== undefined && UUID.test(reportId) ? { reportId, type: reported } : null;
}

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

type Delivery = NonNullable<Static<typeof reportShipment.body>["delivery"]>;

/** A delivery by what was seen at the door, anything else by what was said of it. */
type Seen = Delivery | { readonly note: string };

function seenIn(seen: Seen | null): Pick<ShipmentEventView, "note" | "proof"> {
  if (seen === null) return { note: "", proof: null };
  if ("note" in seen) return { note: seen.note, proof: null };
  const { taker, name, identityChecked, proxyPaper = "", papersRecovered = 0 } = seen;
  return { note: "", proof: { taker, name, identityChecked, proxyPaper, papersRecovered } };
}

async function hasOpenDifference(tx: Tx, shipmentId: string): Promise<boolean> {
  const task = await tx
    .selectFrom("custody_task")
    .select("id")
    .where("shipment_id", "=", shipmentId)
    .where("settled_at", "is", null)
    .executeTakeFirst();
  return task !== undefined;
}

async function packetOf(tx: Tx, shipmentId: string) {
  const packet = await tx
    .selectFrom("shipment as s")
    .innerJoin("container as c", "c.id", "s.packet_id")
    .select(["c.id", "c.code"])
    .where("s.id", "=", shipmentId)
    .executeTakeFirst();
  return packet ?? null;
}

function viewEvent(event: ShipmentJourney["events"][number], { odd }: ShipmentJourney) {
  return {
    type: event.type,
    at: event.at,
    source: event.source,
    place: event.type === "inTransit" ? event.place : null,
    reason: event.type === "attemptFailed" ? event.reason : null,
    nextOn: event.type === "attemptFailed" ? event.nextOn : null,
    code: event.type === "unknown" ? event.code : null,
    message: event.type === "unknown" ? event.message : null,
    odd: odd.find((one) => one.event === event)?.why ?? null,
  };
}

/** What comes after an attempt in vain; null where there was none, or the calendar does not reach so far. */
function nextOf({ attempts, invitations }: ShipmentJourney, reference: Reference, now: Instant) {
  if (attempts.length === 0) return null;
  const next = afterAttempt(invitations, localTime(now).day, postalCalendar(reference));
  if (!next.ok) return null;
  return { next: next.value.next, day: next.value.next === "inviteFrom" ? next.value.day : null };
}
