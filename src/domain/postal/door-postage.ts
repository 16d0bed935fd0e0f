import type { PostalOrderSource, PostalPayment } from "./order-terms.ts";
import type { ShipmentState } from "./shipment-journey.ts";
import type { PostalLeg } from "./tariff.ts";

interface Asked {
  readonly leg: PostalLeg;
  readonly state: ShipmentState;
  readonly payment: PostalPayment;
  readonly source: PostalOrderSource;
  /** Of the order, in đồng; null while nobody could quote it. */
  readonly total: number | null;
}

/** While a courier has still to fetch the papers from the citizen. */
export function isToBeFetched({ leg, state }: Pick<Asked, "leg" | "state">): boolean {
  return leg === "send" && (state === "notOrdered" || state === "ordered" || state === "pickupAssigned");
}

/**
 * The postage, in đồng, that a courier takes at the citizen's door for one direction; 0 when it is paid elsewhere. Whoever
 * ordered at a counter paid there, unless the recipient pays; a citizen who ordered at home pays when the papers are fetched
 * (inference, ours).
 *
 * @example postageAtTheDoor({ leg: "return", state: "inTransit", payment: "recipientPays", source: "auto", total: 26_000 }) → 26_000
 */
export function postageAtTheDoor({ leg, state, payment, source, total }: Asked): number {
  const isPaidHere =
    leg === "return"
      ? payment === "recipientPays"
      : payment === "senderPays" && source === "citizen" && isToBeFetched({ leg, state });
  return isPaidHere ? (total ?? 0) : 0;
}
