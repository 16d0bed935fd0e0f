import { OWN_CARRIER } from "#domain/postal/order-terms.ts";
import type { Instant } from "#domain/shared/instant.ts";
import { type RowAccess, type Space, type Tx, inSpace } from "../db/kysely.ts";
import type { Deps } from "../deps.ts";
import { placesOfSpace } from "../ledgers/in-hand.ts";
import type { Carrier, CarrierEvent, ShipmentOrder } from "./carrier.ts";
import type { CarrierRegistry } from "./open-carriers.ts";
import { type Sent, neverAsked, notOpen, sendCancel, sendOrder, sendRecall } from "./send-order.ts";

/** A shipment as its carrier is told of it. */
export interface OutgoingShipment {
  readonly carrier: string;
  readonly order: ShipmentOrder;
  readonly orderedAt: Instant;
  readonly cancelledAt: Instant | null;
  /** When it was asked for back; null while nobody did. */
  readonly recalledAt: Instant | null;
  /** When this carrier was first asked to carry it, whether or not it answered; null: it never heard of it. */
  readonly carrierAskedAt: Instant | null;
}

export interface TellWork {
  readonly deps: Pick<Deps, "db" | "reference">;
  readonly registry: CarrierRegistry;
  readonly now: () => Instant;
  /** Null: there is no such shipment any more. */
  readonly load: (tx: Tx, shipmentId: string) => Promise<OutgoingShipment | null>;
  readonly record: (tx: Tx, events: readonly CarrierEvent[]) => Promise<unknown>;
}

type Put = { readonly later: Instant } | undefined;

/**
 * What a row of the outbox with the topic `carrier.order` asks for. The carrier is told outside of any transaction, and
 * what came of it is recorded after; a crash between tells it again, which it answers by "I had that".
 *
 * @returns when to try again; undefined when it is done, or when the shipment shows that a person has to do something
 */
export async function tellOfOrder(work: TellWork, space: Space, shipmentId: string): Promise<Put> {
  return tell(work, space, shipmentId, {
    asks: true,
    unsaid: "orderNotSent",
    // Cancelled before the carrier heard of it: there is nothing to tell.
    since: ({ cancelledAt, orderedAt }) => (cancelledAt === null ? orderedAt : null),
    say: (carrier, { order }, orderedAt) => sendOrder(carrier, order, { orderedAt, now: work.now() }),
  });
}

/** The same for `carrier.cancel`; a carrier that was never asked hears nothing, and it is over at once. */
export async function tellOfCancel(work: TellWork, space: Space, shipmentId: string): Promise<Put> {
  return tell(work, space, shipmentId, {
    asks: false,
    unsaid: "cancelNotSent",
    since: ({ cancelledAt }) => cancelledAt,
    say: async (carrier, { order: { orderNumber }, carrierAskedAt }, cancelledAt) =>
      carrierAskedAt === null
        ? neverAsked(carrier.name, orderNumber, cancelledAt)
        : sendCancel(carrier, orderNumber, { cancelledAt, now: work.now() }),
  });
}

/** The same for `carrier.recall`. */
export async function tellOfRecall(work: TellWork, space: Space, shipmentId: string): Promise<Put> {
  return tell(work, space, shipmentId, {
    asks: false,
    unsaid: "recallNotSent",
    since: ({ recalledAt }) => recalledAt,
    say: (carrier, { order }, recalledAt) =>
      sendRecall(carrier, order.orderNumber, { recalledAt, now: work.now() }),
  });
}

interface Telling {
  /** From now on the carrier may know of the shipment, whatever it answers. */
  readonly asks: boolean;
  /** What the shipment shows when no setting names the carrier. */
  readonly unsaid: Parameters<typeof notOpen>[2]["code"];
  /** Since when it is to be told; null: not any more. */
  readonly since: (shipment: OutgoingShipment) => Instant | null;
  readonly say: (carrier: Carrier, shipment: OutgoingShipment, since: Instant) => Promise<Sent>;
}

async function tell(
  { deps, registry, load, record, now }: TellWork,
  space: Space,
  shipmentId: string,
  { asks, unsaid, since, say }: Telling,
): Promise<Put> {
  const { unitIds, agencyIds } = placesOfSpace(deps.reference.current(), space);
  const access: RowAccess = { places: [...unitIds, ...agencyIds] };
  const shipment = await inSpace(deps.db, space, access, (tx) => load(tx, shipmentId));
  // What our own couriers carry is in our own ledger: there is nobody to tell.
  if (!shipment || shipment.carrier === OWN_CARRIER) return undefined;
  const askedAt = since(shipment);
  if (askedAt === null) return undefined;
  const carrier = registry.of(space.id).find(({ name }) => name === shipment.carrier);
  if (carrier && asks) await inSpace(deps.db, space, access, (tx) => markAsked(tx, shipmentId, now()));
  const sent = carrier
    ? await say(carrier, shipment, askedAt)
    : notOpen(shipment.carrier, shipment.order, { code: unsaid, askedAt });
  if (sent.kind === "later") return { later: sent.at };
  await inSpace(deps.db, space, access, (tx) => record(tx, [sent.event]));
  return undefined;
}

async function markAsked(tx: Tx, shipmentId: string, now: Instant): Promise<void> {
  await tx
    .updateTable("shipment")
    .set({ asked_at: now })
    .where("id", "=", shipmentId)
    .where("asked_at", "is", null)
    .execute();
}
