import { TAKERS } from "#domain/postal/decide-delivery.ts";
import { ATTEMPT_REASONS, SHIPMENT_EVENT_TYPES } from "#domain/postal/shipment-event.ts";
import { type Static, Type } from "typebox";
import { Day, Moment, Nullable, OneOf, Uuid } from "./shapes.ts";

/** What was seen at the door, for whoever must show it later. */
const DeliveryProof = Type.Object({
  taker: OneOf(TAKERS),
  name: Type.String(),
  identityChecked: Type.Boolean(),
  /** The power of attorney that was shown; empty where none was asked. */
  proxyPaper: Type.String(),
  papersRecovered: Type.Integer(),
});

/** What a courier or an office reports; carriers outside report through their feeds. */
export const REPORTED_TYPES = [
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
] as const;

export const ShipmentEventView = Type.Object({
  type: OneOf(SHIPMENT_EVENT_TYPES),
  at: Moment,
  source: Type.String(),
  place: Nullable(Type.String()),
  reason: Nullable(OneOf(ATTEMPT_REASONS)),
  nextOn: Nullable(Day),
  /** What somebody of us wrote in words; empty where nobody did, or once it was forgotten. */
  note: Type.String(),
  code: Nullable(Type.String()),
  message: Nullable(Type.String()),
  /** Who of us wrote it down; empty of what a carrier outside told. */
  by: Type.String(),
  /** Of a delivery by our own courier; null once it was forgotten. */
  proof: Nullable(DeliveryProof),
  signatureFileId: Nullable(Uuid),
  photoFileId: Nullable(Uuid),
  /** Why it moved nothing; null when it did. */
  odd: Nullable(OneOf(["afterEnd", "cancelledTooLate"])),
  /** What the reader reported and may take back; null of everything else. */
  ownReport: Nullable(Type.Object({ reportId: Uuid, type: OneOf(REPORTED_TYPES) })),
});
export type ShipmentEventView = Static<typeof ShipmentEventView>;
