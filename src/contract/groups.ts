import { BUSINESS_STATUSES } from "#domain/dossier/dossier-state.ts";
import { type Static, Type } from "typebox";
import { RECEIPT_REFUSALS, broughtByPost, furtherPaper, receivedFields, writtenFields } from "./intake.ts";
import { PartyInput } from "./party.ts";
import { defineRoute } from "./route.ts";
import { Cursor, Letterhead, Moment, Nullable, OneOf, ShortText, Strict, Uuid, Words } from "./shapes.ts";

/** A bound of the wire; how many rows a counter takes at once is a setting and smaller. */
const ROWS_MAX = 200;

const { applicant: _applicant, ...common } = writtenFields;

const ReceiveGroupInput = Strict({
  /** Made by the page, so that what is sent twice is one group; rows are added to a group that is there. */
  groupId: Uuid,
  /** What the group is called: a class, a hamlet, a company. */
  name: Words,
  ...receivedFields,
  ...broughtByPost,
  /** Papers, submitter and the rest, which every row has alike. */
  ...common,
  furtherPapers: Type.Array(Strict(furtherPaper), { maxItems: 50 }),
  /** One row is one dossier; the id is the page's own, and a row that was received is not received again. */
  rows: Type.Array(
    Strict({
      rowId: Uuid,
      applicant: PartyInput,
      /** Received though the same person stands on an earlier row, or has an open dossier about the same. */
      besidesOpen: Type.Optional(Type.Boolean()),
    }),
    { minItems: 1, maxItems: ROWS_MAX },
  ),
});
export type ReceiveGroupInput = Static<typeof ReceiveGroupInput>;

/** Why one row is not received, while others are. */
const ROW_REFUSALS = [...RECEIPT_REFUSALS, "applicant_twice", "row_received_already"] as const;

const GroupRowResult = Type.Object({
  rowId: Uuid,
  /** Null of a row that was refused: nothing of it was written. */
  received: Nullable(
    Type.Object({
      dossierId: Uuid,
      code: Type.String(),
      status: OneOf(["received", "awaitingConfirmation"]),
      dueAt: Moment,
      provisional: Type.Boolean(),
    }),
  ),
  refusal: Nullable(
    Type.Object({
      code: OneOf(ROW_REFUSALS),
      details: Type.Record(Type.String(), Type.Unsafe<string | number | boolean | readonly string[]>({})),
    }),
  ),
});
export type GroupRowResult = Static<typeof GroupRowResult>;

export const receiveGroup = defineRoute({
  method: "POST",
  path: "/dossier-groups",
  summary: "Takes in one dossier for each of several applicants of one visit, with a result per row",
  permission: "dossier.receive",
  body: ReceiveGroupInput,
  response: Type.Object({
    /** Null when no row was received: there is no group then. */
    group: Nullable(Type.Object({ groupId: Uuid, code: Type.String() })),
    rows: Type.Array(GroupRowResult),
  }),
  refusals: [...RECEIPT_REFUSALS, "group_too_large", "group_of_another", "idempotency_key_reused"],
});

const groupFields = {
  groupId: Uuid,
  code: Type.String(),
  name: Type.String(),
  procedureCode: Type.String(),
  procedureName: Type.String(),
  unitName: Type.String(),
  openedAt: Moment,
  openedBy: Type.String(),
};

export const listGroups = defineRoute({
  method: "GET",
  path: "/dossier-groups",
  summary: "The groups of this person's units, the newest first, or those with a code or name",
  readsPersons: true,
  permission: "dossier.receive",
  query: Strict({ q: Type.Optional(ShortText), after: Type.Optional(Cursor) }),
  response: Type.Object({
    groups: Type.Array(Type.Object({ ...groupFields, dossiers: Type.Integer() })),
    next: Nullable(Cursor),
    /** How many rows the counter takes in at once. */
    rowsMax: Type.Integer(),
  }),
  refusals: [],
});
export type GroupRow = Static<(typeof listGroups)["response"]>["groups"][number];

export const readGroup = defineRoute({
  method: "GET",
  path: "/dossier-groups/:groupId",
  summary: "A group with its dossiers in the order of their rows, as the list that is printed",
  readsPersons: true,
  permission: "dossier.receive",
  params: Strict({ groupId: Uuid }),
  response: Type.Object({
    ...groupFields,
    letterhead: Letterhead,
    dossiers: Type.Array(
      Type.Object({
        dossierId: Uuid,
        code: Type.String(),
        applicantName: Type.String(),
        status: OneOf(BUSINESS_STATUSES),
        dueAt: Nullable(Moment),
        provisional: Type.Boolean(),
      }),
    ),
  }),
  refusals: ["not_found"],
});
export type GroupView = Static<(typeof readGroup)["response"]>;
