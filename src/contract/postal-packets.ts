import { Type } from "typebox";
import { defineRoute } from "./route.ts";
import { Nullable, OneOf, ShortText, Strict, Uuid } from "./shapes.ts";

export const packShipment = defineRoute({
  method: "POST",
  path: "/postal/shipments/:shipmentId/packet",
  summary: "Names the packet that travels by a shipment, by the code of its label",
  permission: "postal.order",
  params: Strict({ shipmentId: Uuid }),
  body: Strict({ code: ShortText }),
  response: Type.Object({ shipmentId: Uuid, packetId: Uuid }),
  refusals: [
    "right_suspended",
    "mandates_changed",
    "not_found",
    "shipment_ended",
    "packet_unknown",
    "packet_of_another",
    "packet_travels_already",
  ],
});

export const numberShipment = defineRoute({
  method: "POST",
  path: "/postal/shipments/:shipmentId/waybill",
  summary: "Gives a shipment that has none its number: the next one, or that of a slip filled in by hand",
  permission: "postal.order",
  params: Strict({ shipmentId: Uuid }),
  body: Strict({ waybill: Type.Optional(ShortText) }),
  response: Type.Object({
    shipmentId: Uuid,
    waybill: Type.String(),
    /** Of a typed number: taken as it stands, and looked at twice. */
    warning: Nullable(OneOf(["checkDigitDiffers", "notS10"])),
  }),
  refusals: [
    "right_suspended",
    "mandates_changed",
    "not_found",
    "shipment_ended",
    "shipment_of_carrier",
    "tracking_number_unreadable",
    "waybill_used_before",
    "waybill_given_already",
    "waybill_numbers_gone",
  ],
});

export const printWaybill = defineRoute({
  method: "GET",
  path: "/postal/shipments/:shipmentId/slip",
  summary: "The phiếu gửi hồ sơ of a shipment as PDF, in two copies",
  permission: "postal.order",
  readsPersons: true,
  params: Strict({ shipmentId: Uuid }),
  response: Type.Unknown(),
  responseType: "bytes",
  refusals: ["not_found", "waybill_incomplete"],
});
