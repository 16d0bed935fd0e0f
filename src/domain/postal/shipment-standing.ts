import type { ShipmentState } from "./shipment-journey.ts";

/** Nothing comes after these: the dossier may be sent again the same way. */
export const ENDED_STATES = [
  "delivered",
  "backAtAgency",
  "cancelled",
] as const satisfies readonly ShipmentState[];

const NOT_TAKEN_YET: ReadonlySet<ShipmentState> = new Set(["notOrdered", "ordered", "pickupAssigned"]);

/** Whether nothing comes after a state. @example hasEnded("delivered") → true */
export function hasEnded(state: ShipmentState): boolean {
  return ENDED_STATES.some((ended) => ended === state);
}

/**
 * Whether a shipment goes on beside the one that took its place: the carrier reported late that it has what was cancelled.
 *
 * @example isBesideAnother({ state: "accepted", live: false }) → true
 */
export function isBesideAnother({
  state,
  live,
}: {
  readonly state: ShipmentState;
  readonly live: boolean;
}): boolean {
  return !live && !hasEnded(state);
}

/**
 * Whether the carrier has not taken the papers yet, so that the order may still be cancelled. Later it can only be recalled.
 *
 * @example isCancellable("pickedUp") → false
 */
export function isCancellable(state: ShipmentState): boolean {
  return NOT_TAKEN_YET.has(state);
}

/** Whether the carrier has the papers in hand: what can be recalled, and what can be lost. */
export function isUnderWay(state: ShipmentState): boolean {
  return !isCancellable(state) && !hasEnded(state);
}

/** While the carrier has nothing of an order in hand, and something of it is still to come. */
export function mayCancel(
  shipments: readonly { readonly state: ShipmentState; readonly live: boolean }[],
): boolean {
  const live = shipments.filter((shipment) => shipment.live);
  return live.length > 0 && live.every(({ state }) => isCancellable(state));
}
