import type { Holder } from "../custody/custody.ts";
import type { DeliveryTask } from "../custody/difference.ts";

/** Sheets that the agency wants back, as they are written down until somebody has looked at them. */
export const RECOVERED_NAME = "Giấy tờ thu hồi khi phát kết quả";
/** Recovered papers stand behind everything else of a dossier; they are the agency's, and never given back. */
export const RECOVERED_POSITION = 2000;
/** What came of a delivery that the ledger had elsewhere, once another report or hand-over has ended its way. */
export const CLOSED_WORDS =
  "Tự khép theo quy tắc DELIVERY-02: sổ và một báo phát đã khớp, bì đã vào tay người nhận.";

/** What is known of a shipment when something was reported of it. */
export interface DeliveryFacts {
  /** Only a way back ends with the citizen: what was sent in waits for the count at the counter. */
  readonly leg: "send" | "return";
  /** Who says to have delivered it, one for each report that stands; none while the journey says otherwise, see SHIPMENT-01. */
  readonly reported: readonly Carrying[];
  /** Its packet went into the citizen's hands by an earlier report, and whether that one still stands. */
  readonly closed: "no" | "stands" | "takenBack";
  /** The packet that travels; null when nobody packed one. */
  readonly packet: {
    /** Whoever has it, or has the bag that it lies in. */
    readonly holder: Holder;
    /** It stands on a bảng kê that nobody has answered. */
    readonly offered: boolean;
    /** It holds the result, and nobody else's papers. */
    readonly ownResult: boolean;
  } | null;
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
  /** By which of the reports. */
  | { readonly kind: "close"; readonly by: number }
  | { readonly kind: "task"; readonly task: DeliveryTask };

/**
 * What a report comes to for the papers. A delivery of a result ends its way where the ledger says that the carrier had the
 * packet; where it says anything else, nobody is believed and a person looks. Of several who say so the one is believed who
 * had it, whoever came first: a mistake keeps no true report from counting. A delivery that is taken back undoes nothing.
 *
 * @rule DELIVERY-02
 * @example decideClosing({ ...facts, closed: "takenBack" }) → { kind: "task", task: "deliveryWithdrawn" }
 */
export function decideClosing(facts: DeliveryFacts): DeliveryDecision {
  const { leg, reported, closed, packet } = facts;
  if (leg !== "return") return { kind: "nothing" };
  if (closed === "takenBack") return { kind: "task", task: "deliveryWithdrawn" };
  if (closed === "stands" || reported.length === 0) return { kind: "nothing" };
  const mayClose = packet !== null && !packet.offered && packet.ownResult;
  const by = mayClose ? reported.findIndex((carrier) => isCarried(packet.holder, carrier)) : -1;
  return by === -1 ? { kind: "task", task: "deliveryElsewhere" } : { kind: "close", by };
}

/** Whether the ledger has a packet with whoever says to have delivered it. */
function isCarried(holder: Holder, carrier: Carrying): boolean {
  if (carrier.kind === "outside") return holder.kind === "outsider" || holder.kind === "postOffice";
  if (holder.kind === "person") return holder.id === carrier.courierId;
  if (holder.kind === "place") return carrier.placeIds.includes(holder.id);
  return holder.kind === "postOffice" && carrier.officeIds.includes(holder.id);
}
