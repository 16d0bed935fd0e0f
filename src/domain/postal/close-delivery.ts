import type { Holder } from "../custody/custody.ts";
import type { DeliveryTask } from "../custody/difference.ts";

/** Sheets that the agency wants back, as they are written down until somebody has looked at them. */
export const RECOVERED_NAME = "Giấy tờ thu hồi khi phát kết quả";
/** Recovered papers stand behind everything else of a dossier; they are the agency's, and never given back. */
export const RECOVERED_POSITION = 2000;

/** What is known of a shipment when something was reported of it. */
export interface DeliveryFacts {
  /** Only a way back ends with the citizen: what was sent in waits for the count at the counter. */
  readonly leg: "send" | "return";
  /** The journey says so now; see SHIPMENT-01. */
  readonly delivered: boolean;
  /** Its packet went into the citizen's hands by an earlier report. */
  readonly closed: boolean;
  /** The packet that travels; null when nobody packed one. */
  readonly packet: {
    /** Whoever has it, or has the bag that it lies in. */
    readonly holder: Holder;
    /** It stands on a bảng kê that nobody has answered. */
    readonly offered: boolean;
    /** It holds the result, and nobody else's papers. */
    readonly ownResult: boolean;
  } | null;
  readonly carrier: Carrying;
}

/** Who carried it: one of our couriers, who reported it with a place or an office, or a carrier outside. */
export type Carrying =
  | {
      readonly kind: "own";
      readonly courierId: string;
      /** Places in the courier's charge, and the offices that carry for the unit. */
      readonly placeIds: readonly string[];
      readonly officeIds: readonly string[];
    }
  | { readonly kind: "outside" };

export type DeliveryDecision =
  | { readonly kind: "nothing" }
  | { readonly kind: "close" }
  | { readonly kind: "task"; readonly task: DeliveryTask };

/**
 * What a report comes to for the papers. A delivery of a result ends its way where the ledger says that the carrier had the
 * packet; where it says anything else, nobody is believed and a person looks. A delivery that is taken back undoes nothing.
 *
 * @rule DELIVERY-02
 * @example decideClosing({ ...facts, delivered: false, closed: true }) → { kind: "task", task: "deliveryWithdrawn" }
 */
export function decideClosing(facts: DeliveryFacts): DeliveryDecision {
  const { leg, delivered, closed, packet, carrier } = facts;
  if (leg !== "return") return { kind: "nothing" };
  if (closed) return delivered ? { kind: "nothing" } : { kind: "task", task: "deliveryWithdrawn" };
  if (!delivered) return { kind: "nothing" };
  const fits = packet !== null && !packet.offered && packet.ownResult && isCarried(packet.holder, carrier);
  return fits ? { kind: "close" } : { kind: "task", task: "deliveryElsewhere" };
}

/** Whether the ledger has a packet with whoever says to have delivered it. */
function isCarried(holder: Holder, carrier: Carrying): boolean {
  if (carrier.kind === "outside") return holder.kind === "outsider" || holder.kind === "postOffice";
  if (holder.kind === "person") return holder.id === carrier.courierId;
  if (holder.kind === "place") return carrier.placeIds.includes(holder.id);
  return holder.kind === "postOffice" && carrier.officeIds.includes(holder.id);
}
