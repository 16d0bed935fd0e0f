import { SHIPMENT_EVENT_TYPES } from "#domain/postal/shipment-event.ts";
import { Type } from "typebox";
import { defineRoute } from "./route.ts";
import { Cursor, Moment, Nullable, OneOf, ShortText, Strict, Uuid } from "./shapes.ts";

export const listQuarantine = defineRoute({
  method: "GET",
  path: "/postal/quarantine",
  summary: "What carriers reported of shipments that nobody here knows, until somebody has settled it",
  permission: "postal.read",
  query: Strict({ after: Type.Optional(Cursor) }),
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
