import type { Instant } from "../shared/instant.ts";
import type { PlainDate } from "../shared/plain-date.ts";

/**
 * What may happen to a shipment, in the order in which it happens to most; at one and the same instant the earlier in
 * this list is taken to have come first.
 */
export const SHIPMENT_EVENT_TYPES = [
  "ordered",
  "pickupAssigned",
  "pickedUp",
  "accepted",
  "inTransit",
  "outForDelivery",
  "attemptFailed",
  "invited",
  "returning",
  "damaged",
  "lost",
  "backAtAgency",
  "delivered",
  "cancelled",
  "unknown",
] as const;
export type ShipmentEventType = (typeof SHIPMENT_EVENT_TYPES)[number];

/** Why somebody came to the door in vain. */
export const ATTEMPT_REASONS = [
  "nobodyHome",
  "wrongAddress",
  "moved",
  "refused",
  "noIdentity",
  "noProxyPaper",
  "wantsLater",
  "other",
] as const;
export type AttemptReason = (typeof ATTEMPT_REASONS)[number];

type Happening =
  | { readonly type: Exclude<ShipmentEventType, "attemptFailed" | "inTransit" | "unknown"> }
  | { readonly type: "inTransit"; readonly place: string | null }
  | { readonly type: "attemptFailed"; readonly reason: AttemptReason; readonly nextOn: PlainDate | null }
  /** A code of the carrier's that nobody mapped: kept and shown, and it moves nothing. */
  | { readonly type: "unknown"; readonly code: string; readonly message: string };

/**
 * One thing that somebody reported of a shipment. It may be heard late, twice, or before what happened earlier; only
 * `at` says when it was.
 */
export type ShipmentEvent = Happening & {
  /** Who reported it, and by which number of theirs: the same number of one reporter is one event. */
  readonly source: string;
  readonly sourceId: string;
  readonly at: Instant;
  /** A later report by the same source took it back: it was reported by mistake. */
  readonly withdrawn: boolean;
};
