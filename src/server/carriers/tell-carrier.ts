import type { Instant } from "#domain/shared/instant.ts";
import { type RowAccess, type Space, type Tx, inSpace } from "../db/kysely.ts";
import type { Deps } from "../deps.ts";
import { placesOfSpace } from "../ledgers/in-hand.ts";
import type { Carrier, CarrierEvent, ShipmentOrder } from "./carrier.ts";
import type { CarrierRegistry } from "./open-carriers.ts";
import { OWN_CARRIER } from "./own/own-carrier.ts";
import { type Sent, notOpen, sendCancel, sendOrder } from "./send-order.ts";

/** A shipment as its carrier is told of it. */
export interface OutgoingShipment {
  readonly carrier: string;
  readonly order: ShipmentOrder;
  readonly orderedAt: Instant;
  readonly cancelledAt: Instant | null;
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
  return tell(work, space, shipmentId, (carrier, { order, orderedAt, cancelledAt }) =>
    // Cancelled before the carrier heard of it: there is nothing to tell.
    cancelledAt === null ? sendOrder(carrier, order, { orderedAt, now: work.now() }) : null,
  );
}

/** The same for `carrier.cancel`. */
export async function tellOfCancel(work: TellWork, space: Space, shipmentId: string): Promise<Put> {
  return tell(work, space, shipmentId, (carrier, { order, cancelledAt }) =>
    cancelledAt === null ? null : sendCancel(carrier, order.orderNumber, { cancelledAt, now: work.now() }),
  );
}

async function tell(
  { deps, registry, load, record }: TellWork,
  space: Space,
  shipmentId: string,
  say: (carrier: Carrier, shipment: OutgoingShipment) => Promise<Sent> | null,
): Promise<Put> {
  const { unitIds, agencyIds } = placesOfSpace(deps.reference.current(), space);
  const access: RowAccess = { places: [...unitIds, ...agencyIds] };
  const shipment = await inSpace(deps.db, space, access, (tx) => load(tx, shipmentId));
  // What our own couriers carry is in our own ledger: there is nobody to tell.
  if (!shipment || shipment.carrier === OWN_CARRIER) return undefined;
  const carrier = registry.of(space.id).find(({ name }) => name === shipment.carrier);
  const sent = carrier ? await say(carrier, shipment) : notOpen(shipment.carrier, shipment.order, shipment);
  if (sent?.kind === "later") return { later: sent.at };
  if (sent) await inSpace(deps.db, space, access, (tx) => record(tx, [sent.event]));
  return undefined;
}
