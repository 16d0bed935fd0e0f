import { Type } from "typebox";
import { defineRoute } from "./route.ts";
import { OneOf, Strict, Uuid } from "./shapes.ts";

const MANIFEST_PAPERS = ["manifest", "record"] as const;

export const printManifest = defineRoute({
  method: "GET",
  path: "/custody/manifests/:manifestId/print",
  summary: "The bảng kê bàn giao, or once it is accepted the biên bản giao nhận, as PDF",
  permission: "custody.hold",
  readsPersons: true,
  params: Strict({ manifestId: Uuid }),
  query: Strict({ paper: OneOf(MANIFEST_PAPERS) }),
  response: Type.Unknown(),
  responseType: "bytes",
  refusals: ["not_found", "manifest_not_accepted"],
});

export const printInventoryRecord = defineRoute({
  method: "GET",
  path: "/custody/tasks/:taskId/inventory-record",
  summary: "The biên bản kiểm kê, đóng gói lại of a torn packet or bag that was closed anew, as PDF",
  permission: "custody.hold",
  readsPersons: true,
  params: Strict({ taskId: Uuid }),
  response: Type.Unknown(),
  responseType: "bytes",
  refusals: ["not_found"],
});

/** Keys with commas between; as many as a few sheets hold. */
const Keys = Type.String({ pattern: "^[0-9a-f-]{36}(,[0-9a-f-]{36}){0,95}$" });
const Count = Type.String({ pattern: "^([0-9]|[1-8][0-9]|9[0-6])$" });

export const printLabels = defineRoute({
  method: "GET",
  path: "/custody/labels",
  summary:
    "Labels with QR and barcode: of things and places, and with new codes for packets and bags to come",
  permission: "custody.hold",
  query: Strict({
    stock: OneOf(["a4", "roll50x30"]),
    /** The first free place of a sheet that was used before. */
    startAt: Type.Optional(Type.String({ pattern: "^([1-9]|1[0-9]|2[0-4])$" })),
    containers: Type.Optional(Keys),
    items: Type.Optional(Keys),
    places: Type.Optional(Keys),
    newPackets: Type.Optional(Count),
    newBags: Type.Optional(Count),
  }),
  response: Type.Unknown(),
  responseType: "bytes",
  refusals: ["not_found", "no_labels"],
});
