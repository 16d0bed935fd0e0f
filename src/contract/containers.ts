import { CONTAINER_KINDS } from "#domain/custody/container.ts";
import { type Static, Type } from "typebox";
import { HELD_REFUSALS, HolderRef, THINGS_MAX, Things } from "./custody.ts";
import { defineRoute } from "./route.ts";
import { NamedLine, Nullable, OneOf, ShortText, Strict, Uuid } from "./shapes.ts";

/** Acts with one packet or bag. */
const CONTAINER_REFUSALS = [...HELD_REFUSALS, "container_ended", "container_sealed"] as const;
const containerParams = Strict({ containerId: Uuid });
const Worked = Type.Object({ containerId: Uuid, code: Type.String() });

export const makeContainer = defineRoute({
  method: "POST",
  path: "/custody/containers",
  summary: "Makes a packet or bag, by the code of a label that was printed before or with a new one",
  permission: "custody.hold",
  body: Strict({
    kind: OneOf(CONTAINER_KINDS),
    code: Type.Optional(ShortText),
    /** Where it lies; the person who makes it when left out. */
    holder: Type.Optional(HolderRef),
  }),
  response: Worked,
  refusals: [
    "container_code_unreadable",
    "container_code_used",
    "not_holder",
    "right_suspended",
    "mandates_changed",
  ],
});

export const packThings = defineRoute({
  method: "POST",
  path: "/custody/containers/:containerId/packing",
  summary: "Puts papers, packets or bags into an open container; from now on they go where it goes",
  permission: "custody.hold",
  params: containerParams,
  body: Strict({ things: Things }),
  response: Type.Object({ containerId: Uuid, packed: Type.Integer() }),
  refusals: [...CONTAINER_REFUSALS, "bag_in_packet", "thing_named_twice"],
});

/** As many sheets as somebody counted of one paper. */
const SheetCount = Strict({
  id: Uuid,
  originals: Type.Integer({ minimum: 0, maximum: 999 }),
  copies: Type.Integer({ minimum: 0, maximum: 999 }),
});
export type SheetCount = Static<typeof SheetCount>;
const SheetCounts = Type.Array(SheetCount, { maxItems: THINGS_MAX });

export const unpackThings = defineRoute({
  method: "POST",
  path: "/custody/containers/:containerId/unpacking",
  summary:
    "Takes things out of an open container, all of them when none is named; their sheets are counted anew",
  permission: "custody.hold",
  params: containerParams,
  body: Strict({
    things: Type.Optional(Things),
    /** Papers of which not as many came out as went in; each becomes a task. */
    counts: Type.Optional(SheetCounts),
  }),
  response: Type.Object({ containerId: Uuid, unpacked: Type.Integer(), tasks: Type.Integer() }),
  refusals: [...CONTAINER_REFUSALS, "thing_not_inside", "thing_named_twice"],
});

export const sealContainer = defineRoute({
  method: "POST",
  path: "/custody/containers/:containerId/sealing",
  summary: "Closes a container by a numbered seal",
  permission: "custody.hold",
  params: containerParams,
  body: Strict({ seal: ShortText }),
  response: Worked,
  refusals: [...CONTAINER_REFUSALS, "seal_unreadable", "seal_used", "container_empty"],
});

export const openContainer = defineRoute({
  method: "POST",
  path: "/custody/containers/:containerId/opening",
  summary:
    "Breaks the seal, whose number was read; one that differs is recorded with a photo and becomes a task",
  permission: "custody.hold",
  params: containerParams,
  body: Strict({
    seal: ShortText,
    differs: Type.Optional(Strict({ note: NamedLine, photoFileId: Uuid })),
  }),
  response: Type.Object({ containerId: Uuid, code: Type.String(), taskId: Nullable(Uuid) }),
  refusals: [
    ...HELD_REFUSALS,
    "container_ended",
    "container_open",
    "seal_unreadable",
    "seal_differs",
    "file_missing",
  ],
});

export const rewrapContainer = defineRoute({
  method: "POST",
  path: "/custody/containers/:containerId/rewrapping",
  summary:
    "A torn container is closed anew, with what was found in it and a photo (biên bản kiểm kê, đóng gói lại)",
  permission: "custody.hold",
  params: containerParams,
  body: Strict({
    seal: ShortText,
    note: NamedLine,
    photoFileId: Uuid,
    /** Papers of which not as many were found as went in; each becomes a task. */
    counts: Type.Optional(SheetCounts),
  }),
  response: Type.Object({
    containerId: Uuid,
    code: Type.String(),
    /** About the torn container; its biên bản kiểm kê is printed by it. */
    taskId: Uuid,
    /** Papers whose sheets differ. */
    differing: Type.Integer(),
  }),
  refusals: [
    ...HELD_REFUSALS,
    "container_ended",
    "seal_unreadable",
    "seal_used",
    "file_missing",
    "thing_not_inside",
  ],
});

export const endContainer = defineRoute({
  method: "POST",
  path: "/custody/containers/:containerId/end",
  summary: "Puts an empty container away; its code is never used again",
  permission: "custody.hold",
  params: containerParams,
  body: Strict({}),
  response: Worked,
  refusals: [...CONTAINER_REFUSALS, "container_not_empty"],
});
