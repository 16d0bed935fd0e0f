import { CONTAINER_KINDS } from "#domain/custody/container.ts";
import { DIFFERENCE_KINDS } from "#domain/custody/difference.ts";
import { HOLDER_KINDS, THINGS } from "#domain/custody/custody.ts";
import {
  CUSTODY_FILE_PURPOSES,
  LINE_OUTCOMES,
  MANIFEST_STATES,
  SIGNATURE_KINDS,
} from "#domain/custody/terms.ts";
import { type Static, Type } from "typebox";
import { defineRoute } from "./route.ts";
import { Cursor, Line, Moment, NamedLine, Nullable, OneOf, ShortText, Strict, Uuid } from "./shapes.ts";

/** So many things change hands on one bảng kê, or lie in one answer. */
export const THINGS_MAX = 500;

/** Whom something can be handed to, or asked of: somebody who is known here. */
const NAMED_HOLDERS = ["person", "counter", "agency", "unit", "postOffice", "place"] as const;
export const HolderRef = Strict({ kind: OneOf(NAMED_HOLDERS), id: Uuid });
export type HolderRef = Static<typeof HolderRef>;

export const HolderView = Type.Object({
  kind: OneOf(HOLDER_KINDS),
  id: Nullable(Uuid),
  /** As a person reads it; empty for the citizen. */
  name: Type.String(),
  /** Of a named place: who answers for it now. */
  responsible: Nullable(Type.String()),
});
export type HolderView = Static<typeof HolderView>;

export const ThingRef = Strict({ thing: OneOf(THINGS), id: Uuid });
export type ThingRef = Static<typeof ThingRef>;

const THING_KINDS = ["paper", "result", ...CONTAINER_KINDS] as const;
export const ThingView = Type.Object({
  thing: OneOf(THINGS),
  id: Uuid,
  kind: OneOf(THING_KINDS),
  /** What its label says: the code of a container, the dossier's code with the number of the paper. */
  code: Type.String(),
  /** The paper's name; null for a container. */
  name: Nullable(Type.String()),
  dossierId: Nullable(Uuid),
  dossierCode: Nullable(Type.String()),
  /** Sheets of a paper; of a container all that is in it, also what this person may not read. */
  originals: Type.Integer(),
  copies: Type.Integer(),
  seal: Nullable(Type.String()),
  /** Who has it: of what lies in a container whoever has the outermost. Null when it was put away. */
  holder: Nullable(HolderView),
  inside: Nullable(Type.Object({ id: Uuid, code: Type.String() })),
  since: Moment,
  waybill: Nullable(Type.String()),
  /** The bảng kê on which it is offered to somebody right now. */
  manifestId: Nullable(Uuid),
});
export type ThingView = Static<typeof ThingView>;

export const HELD_REFUSALS = [
  "not_found",
  "not_holder",
  "thing_offered",
  "thing_inside",
  "right_suspended",
  "mandates_changed",
] as const;
export const Things = Type.Array(ThingRef, { minItems: 1, maxItems: THINGS_MAX });

/** How somebody signed: drawn on the screen, on paper that was scanned, or by the code of a text message. */
export const StaffSignature = Strict({ kind: OneOf(["drawn", "paper"]), fileId: Uuid });
export const placeThings = defineRoute({
  method: "POST",
  path: "/custody/placing",
  summary: "Moves things between places of one person, with that person's signature",
  permission: "custody.hold",
  body: Strict({ things: Things, to: HolderRef, signature: StaffSignature }),
  response: Type.Object({ placed: Type.Integer() }),
  refusals: [
    ...HELD_REFUSALS,
    "file_missing",
    "two_signatures_needed",
    "thing_named_twice",
    "placed_there_already",
  ],
});

const Offered = Type.Object({ manifestId: Uuid, number: Type.String(), lines: Type.Integer() });
export const OFFER_REFUSALS = [
  ...HELD_REFUSALS,
  "file_missing",
  "thing_named_twice",
  "seal_differs",
  "seal_unreadable",
  "things_of_several",
  "one_signature_enough",
  "receiver_unknown",
  "item_needs_packet",
] as const;

export const offerThings = defineRoute({
  method: "POST",
  path: "/custody/manifests",
  summary:
    "Offers things to another person or place on a bảng kê; they stay with the giver until it is accepted",
  permission: "custody.hold",
  body: Strict({
    things: Type.Array(Strict({ thing: OneOf(THINGS), id: Uuid, seal: Type.Optional(ShortText) }), {
      minItems: 1,
      maxItems: THINGS_MAX,
    }),
    to: HolderRef,
    signature: StaffSignature,
  }),
  response: Offered,
  refusals: OFFER_REFUSALS,
});

const Difference = Strict({
  kind: OneOf(DIFFERENCE_KINDS),
  /** The line it is about; none for something that is not on the list. */
  position: Type.Optional(Type.Integer({ minimum: 1, maximum: THINGS_MAX })),
  /** What was scanned and is not on the list. */
  scanned: Type.Optional(ShortText),
  note: NamedLine,
  photoFileId: Type.Optional(Uuid),
});

export const acceptManifest = defineRoute({
  method: "POST",
  path: "/custody/manifests/:manifestId/acceptance",
  summary: "Accepts what was offered and counted; only this moves the holder. What differs becomes a task",
  permission: "custody.hold",
  params: Strict({ manifestId: Uuid }),
  body: Strict({
    /** How many the receiver counted in hand. */
    counted: Type.Integer({ minimum: 0, maximum: 10_000 }),
    /** In person instead of for the addressee. */
    inPerson: Type.Optional(Type.Boolean()),
    signature: StaffSignature,
    differences: Type.Optional(Type.Array(Difference, { maxItems: THINGS_MAX })),
    /** When it was taken, by the device; left out, now. */
    takenAt: Type.Optional(Moment),
    /** As what the post gives it over, where both may be; see `receptions` of the bảng kê. */
    receivedAs: Type.Optional(OneOf(["postalForwarder", "agentOfAgency"])),
  }),
  response: Type.Object({
    manifestId: Uuid,
    accepted: Type.Integer(),
    tasks: Type.Integer(),
    /** Somebody else was first: this acceptance moved nothing and is a task with both proofs. */
    competing: Type.Boolean(),
  }),
  refusals: [
    "not_found",
    "manifest_not_yours",
    "manifest_settled",
    "count_differs",
    "difference_without_line",
    "difference_of_missing",
    "difference_without_photo",
    "file_missing",
    "reception_not_possible",
    "reception_to_choose",
    "right_suspended",
    "mandates_changed",
  ],
});

export const settleManifest = defineRoute({
  method: "POST",
  path: "/custody/manifests/:manifestId/settlement",
  summary: "The giver withdraws an offer, or the addressee refuses it: everything stays with the giver",
  permission: "custody.hold",
  params: Strict({ manifestId: Uuid }),
  body: Strict({ reason: NamedLine }),
  response: Type.Object({ manifestId: Uuid, state: OneOf(["refused", "withdrawn"]) }),
  refusals: ["not_found", "manifest_not_yours", "manifest_settled", "right_suspended", "mandates_changed"],
});

export const confirmByCode = defineRoute({
  method: "POST",
  path: "/custody/manifests/:manifestId/code",
  summary: "The receiver without an account tells the code that came by text message: accepted",
  permission: "custody.hold",
  params: Strict({ manifestId: Uuid }),
  body: Strict({ code: Type.String({ pattern: "^[0-9]{6}$" }) }),
  response: Type.Object({ manifestId: Uuid, accepted: Type.Integer() }),
  refusals: [
    "not_found",
    "manifest_not_yours",
    "manifest_settled",
    "code_wrong",
    "code_expired",
    "right_suspended",
    "mandates_changed",
  ],
});

export const keepCustodyFile = defineRoute({
  method: "POST",
  path: "/custody/files",
  summary: "Keeps a signature, a photo or a signed paper of a hand-over",
  permission: "custody.hold",
  query: Strict({ purpose: OneOf(CUSTODY_FILE_PURPOSES) }),
  body: Type.Unknown(),
  bodyType: "bytes",
  response: Type.Object({ fileId: Uuid, mediaType: Type.String(), bytes: Type.Integer() }),
  refusals: [
    "file_type_unknown",
    "file_empty",
    "signature_unreadable",
    "right_suspended",
    "mandates_changed",
  ],
});

export const readCustodyFile = defineRoute({
  method: "GET",
  path: "/custody/files/:fileId",
  summary: "The bytes of a signature, photo or signed paper of a hand-over",
  permission: "custody.hold",
  readsPersons: true,
  params: Strict({ fileId: Uuid }),
  response: Type.Unknown(),
  responseType: "bytes",
  refusals: ["not_found"],
});

export const ManifestView = Type.Object({
  manifestId: Uuid,
  number: Type.String(),
  state: OneOf(MANIFEST_STATES),
  from: HolderView,
  to: HolderView,
  /** Who took it: the addressee, or one of its people. */
  takenBy: Nullable(HolderView),
  lines: Type.Integer(),
  accepted: Nullable(Type.Integer()),
  offeredBy: Type.String(),
  offeredAt: Moment,
  settledAt: Nullable(Moment),
  /** What this person may do with it now. */
  mayAccept: Type.Boolean(),
  mayWithdraw: Type.Boolean(),
});
export type ManifestView = Static<typeof ManifestView>;

export const MANIFEST_LISTS = ["toMe", "fromMe", "settled"] as const;

export const listManifests = defineRoute({
  method: "GET",
  path: "/custody/manifests",
  summary: "Bảng kê offered to this person, offered by this person, and those of both that are settled",
  permission: "custody.hold",
  readsPersons: true,
  query: Strict({ list: Type.Optional(OneOf(MANIFEST_LISTS)), after: Type.Optional(Cursor) }),
  response: Type.Object({ manifests: Type.Array(ManifestView), next: Nullable(Cursor) }),
  refusals: [],
});

const ManifestLine = Type.Object({
  position: Type.Integer(),
  outcome: OneOf(LINE_OUTCOMES),
  /** The seal as the giver named it. */
  seal: Nullable(Type.String()),
  view: ThingView,
});

export const readManifest = defineRoute({
  method: "GET",
  path: "/custody/manifests/:manifestId",
  summary: "One bảng kê with its lines, its signatures and what differed",
  permission: "custody.hold",
  readsPersons: true,
  params: Strict({ manifestId: Uuid }),
  response: Type.Object({
    manifest: ManifestView,
    /** Somebody without an account on one side: the paper that was shown, and the phone. */
    outsider: Nullable(
      Type.Object({ name: Type.String(), paper: Type.String(), phone: Nullable(Type.String()) }),
    ),
    /** As what the post gives it over: one is certain, of two the taker says which; none between state and post. */
    receptions: Type.Array(OneOf(["postalForwarder", "agentOfAgency"])),
    lines: Type.Array(ManifestLine),
    signatures: Type.Array(
      Type.Object({
        side: OneOf(["giver", "receiver"]),
        name: Type.String(),
        kind: OneOf(SIGNATURE_KINDS),
        fileId: Nullable(Uuid),
        signedAt: Moment,
      }),
    ),
    differences: Type.Array(
      Type.Object({
        taskId: Uuid,
        kind: Type.String(),
        note: Nullable(Type.String()),
        /** What it is about; null for something that is not on the list. */
        thingId: Nullable(Uuid),
        photoFileId: Nullable(Uuid),
        scanned: Nullable(Type.String()),
        /** What came of it; null while nobody has said. */
        settled: Nullable(Type.Object({ by: Type.String(), at: Moment, words: Type.String() })),
      }),
    ),
    reason: Nullable(Type.String()),
  }),
  refusals: ["not_found"],
});

export const findThings = defineRoute({
  method: "GET",
  path: "/custody/things",
  summary: "Where is it? By code, waybill, seal or name; what a scanner read comes first",
  permission: "custody.hold",
  readsPersons: true,
  query: Strict({ q: Line }),
  response: Type.Object({
    things: Type.Array(ThingView),
    more: Type.Boolean(),
    /** The bảng kê whose number was asked. */
    manifest: Nullable(Type.Object({ manifestId: Uuid, number: Type.String() })),
    /** The shelf or other place whose label was read. */
    placeId: Nullable(Uuid),
  }),
  refusals: [],
});

export const readThing = defineRoute({
  method: "GET",
  path: "/custody/things/:thing/:id",
  summary: "A paper, packet or bag with its way from the first holder to the last, and what lies in it",
  permission: "custody.hold",
  readsPersons: true,
  params: ThingRef,
  response: Type.Object({
    view: ThingView,
    contents: Type.Array(ThingView),
    /** Its own steps, and between them those of every container while it lay in it. */
    chain: Type.Array(
      Type.Object({
        /** From 1, along the way. */
        seq: Type.Integer(),
        type: Type.String(),
        /** The packet or bag that made this step with the thing in it; null of the thing's own. */
        by: Nullable(Type.Object({ id: Uuid, code: Type.String() })),
        from: Nullable(HolderView),
        to: Nullable(HolderView),
        at: Moment,
        actor: Type.String(),
        seal: Nullable(Type.String()),
        originals: Nullable(Type.Integer()),
        copies: Nullable(Type.Integer()),
        manifestId: Nullable(Uuid),
        signatures: Type.Array(
          Type.Object({
            name: Type.String(),
            kind: Type.String(),
            fileId: Nullable(Uuid),
            dossierFile: Type.Boolean(),
          }),
        ),
        photos: Type.Array(Uuid),
      }),
    ),
    /** What this person may do with it now. */
    mayHandOver: Type.Boolean(),
    /** Differences about it that nobody has settled: what is listed may not be what lies there. */
    openDifferences: Type.Integer(),
  }),
  refusals: ["not_found"],
});

export const listHoldings = defineRoute({
  method: "GET",
  path: "/custody/holdings",
  summary: "What a person or place holds right now; without a name everything that this person answers for",
  permission: "custody.hold",
  readsPersons: true,
  query: Strict({
    kind: Type.Optional(OneOf(NAMED_HOLDERS)),
    id: Type.Optional(Uuid),
    after: Type.Optional(Cursor),
  }),
  response: Type.Object({
    /** Those whom this person answers for (`own`) and those whom a head may look at, with how many things each has. */
    holders: Type.Array(Type.Object({ holder: HolderView, things: Type.Integer(), own: Type.Boolean() })),
    things: Type.Array(ThingView),
    /** Whom `kind` and `id` asked about. */
    asked: Nullable(HolderView),
    next: Nullable(Cursor),
  }),
  refusals: ["not_found"],
});
