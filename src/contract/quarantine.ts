import { QUARANTINE_ENDS } from "#domain/postal/order-terms.ts";
import { SHIPMENT_EVENT_TYPES } from "#domain/postal/shipment-event.ts";
import { Type } from "typebox";
import { defineRoute } from "./route.ts";
import { Cursor, Moment, Nullable, OneOf, ShortText, Strict, Uuid } from "./shapes.ts";

export const listQuarantine = defineRoute({
  method: "GET",
  path: "/postal/quarantine",
  summary: "What carriers reported of shipments that nobody here knows: what waits, or what was settled",
  permission: "postal.read",
  query: Strict({ settled: Type.Optional(OneOf(["true"])), after: Type.Optional(Cursor) }),
  response: Type.Object({
    events: Type.Array(
      Type.Object({
        eventId: Uuid,
        source: Type.String(),
        waybill: Nullable(Type.String()),
        orderNumber: Nullable(Type.String()),
        type: OneOf(SHIPMENT_EVENT_TYPES),
        /** Of a report that nobody understands: what the carrier wrote. */
        code: Nullable(Type.String()),
        message: Nullable(Type.String()),
        at: Moment,
        receivedAt: Moment,
        /** Null while it waits. */
        settled: Nullable(
          Type.Object({
            as: OneOf(QUARANTINE_ENDS),
            by: Type.String(),
            at: Moment,
            /** Of what it turned out to be, where this person may see that. */
            shipment: Nullable(Type.Object({ shipmentId: Uuid, orderNumber: Type.String() })),
            /** Laid aside, and its words not removed yet: it can wait again. */
            mayReopen: Type.Boolean(),
          }),
        ),
      }),
    ),
    next: Nullable(Cursor),
  }),
  refusals: [],
});

export const settleQuarantine = defineRoute({
  method: "POST",
  path: "/postal/quarantine/:eventId/settlement",
  summary: "Attaches a stray report to a shipment, or lays it aside",
  permission: "postal.order",
  params: Strict({ eventId: Uuid }),
  /** Waybill, order number or dossier code of the shipment that it is of; null: of none. */
  body: Strict({ shipment: Nullable(ShortText) }),
  response: Type.Object({ shipmentId: Nullable(Uuid) }),
  refusals: ["right_suspended", "mandates_changed", "not_found", "quarantine_settled", "shipment_unknown"],
});

export const reopenQuarantine = defineRoute({
  method: "POST",
  path: "/postal/quarantine/:eventId/reopening",
  summary:
    "A stray report that was laid aside by mistake waits again; what was attached to a shipment stays there",
  permission: "postal.order",
  params: Strict({ eventId: Uuid }),
  body: Strict({}),
  response: Type.Object({ eventId: Uuid }),
  refusals: ["right_suspended", "mandates_changed", "not_found", "quarantine_settled"],
});
