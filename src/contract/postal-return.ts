import { SHIPMENT_STATES } from "#domain/postal/shipment-journey.ts";
import { Type } from "typebox";
import { Nullable, OneOf, Uuid } from "./shapes.ts";

/** The way home of a result by post, as the page of its dossier names it; null where none is ordered, or it has ended. */
export const PostalReturnView = Nullable(
  Type.Object({
    shipmentId: Uuid,
    /** The waybill, or the number of the order while there is none. */
    number: Type.String(),
    state: OneOf(SHIPMENT_STATES),
  }),
);
