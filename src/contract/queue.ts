import { OUTCOMES } from "#domain/dossier/dossier-payloads.ts";
import { BUSINESS_STATUSES } from "#domain/dossier/dossier-state.ts";
import { DUE_BUCKETS } from "#domain/dossier/work-due.ts";
import { CLOCK_STOP_REASONS } from "#domain/calendar/clock-stop.ts";
import { MAY_ACT_REFUSALS } from "#domain/mandate/may-act.ts";
import { type Static, Type } from "typebox";
import { DossierRow } from "./dossiers.ts";
import { defineRoute } from "./route.ts";
import {
  Cursor,
  Day,
  Line,
  Moment,
  Nullable,
  OneOf,
  ShortText,
  Strict,
  Uuid,
  Version,
  Words,
} from "./shapes.ts";

/**
 * The desks whose open work can be listed. `lodged` is what was handed in and not received: nobody has promised a date,
 * so that it stands by its age; every other one is ordered by due date.
 */
export const DESKS = ["oneStop", "case", "approval", "returning", "lodged", "supplement"] as const;
export type Desk = (typeof DESKS)[number];

/** Where a head looks at all open work together: what a unit received, and what an agency decides. */
export const OVERVIEWS = ["unit", "agency"] as const;
export type Overview = (typeof OVERVIEWS)[number];

const LISTS = [...DESKS, ...OVERVIEWS] as const;
export type WorkList = (typeof LISTS)[number];

/** Why a dossier is late, of facts alone; a board's list tells it, so that a head need not open each. */
const Lateness = Type.Object({
  /** Since when it is in the hands that it is in. */
  heldSince: Moment,
  /** Since when nothing moved it on, and how many working days ago that is; null beyond the calendar. */
  movedAt: Moment,
  idleDays: Nullable(Type.Integer()),
  supplements: Type.Integer(),
  /** Days by the calendar on the wall that it waited for the citizen before. */
  stoodDays: Type.Integer(),
  extended: Type.Boolean(),
  apologised: Type.Boolean(),
  /** Agencies that were asked and have not answered. */
  asked: Type.Array(Type.String()),
});

export const QueueRow = Type.Object({
  ...DossierRow.properties,
  version: Version,
  fieldCode: Type.String(),
  fieldName: Type.String(),
  caseOfficerId: Nullable(Uuid),
  /** Why the clock stands, and since when; null while it runs. */
  standing: Nullable(Type.Object({ reason: OneOf(CLOCK_STOP_REASONS), since: Moment })),
  /** A civil servant gave the supplement back to the counter: it is waited for again. */
  handedBack: Type.Boolean(),
  /** What the case officer recorded, as the approver sees it before approving. */
  outcome: Nullable(OneOf(OUTCOMES)),
  resultNumber: Nullable(Type.String()),
  /** The unit where the result is fetched, when that is not where it lies. */
  collectAt: Nullable(Type.String()),
  /** In the list of what is to be given out: in which named place the result lies; null elsewhere. */
  shelf: Nullable(Type.String()),
  /** Steps of the internal procedure that are open now; those side by side are all there. */
  steps: Type.Array(Type.String()),
  /** Of a dossier that is late, in the lists of a board; null elsewhere. */
  lateness: Nullable(Lateness),
});
export type QueueRow = Static<typeof QueueRow>;

/** In whose hands: the asker's own, nobody's yet, or those of the case officer with this id. */
const HOLDER = "^(mine|nobody|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$";

const FILTER = {
  due: Type.Optional(OneOf(DUE_BUCKETS)),
  /** Due on this day and not late yet. */
  day: Type.Optional(Day),
  holder: Type.Optional(Type.String({ pattern: HOLDER })),
  clock: Type.Optional(OneOf(["running", "standing"])),
  field: Type.Optional(ShortText),
  status: Type.Optional(OneOf(BUSINESS_STATUSES)),
  /** A step of this name is open. */
  step: Type.Optional(ShortText),
  /** The other side's place: the deciding agency of a unit's work, the receiving unit of an agency's. */
  place: Type.Optional(Uuid),
};
const QueueFilter = Strict(FILTER);
export type QueueFilter = Static<typeof QueueFilter>;

export const listQueue = defineRoute({
  method: "GET",
  path: "/queues/:desk",
  summary: "The open work of a desk, due first; what was only lodged stands by its age",
  readsPersons: true,
  permission: "dossier.read",
  params: Strict({ desk: OneOf(LISTS) }),
  query: Strict({ ...FILTER, after: Type.Optional(Cursor) }),
  /** `open` is the exact count of the list without a filter; `matching` with it, and null on later pages. */
  response: Type.Object({
    dossiers: Type.Array(QueueRow),
    next: Nullable(Cursor),
    open: Type.Integer(),
    matching: Nullable(Type.Integer()),
  }),
  refusals: ["outside_jurisdiction"],
});

export const exportQueue = defineRoute({
  method: "GET",
  path: "/queues/:desk/export",
  summary: "The same list as a CSV file for a spreadsheet, at most 5,000 rows",
  readsPersons: true,
  permission: "dossier.read",
  params: Strict({ desk: OneOf(LISTS) }),
  query: QueueFilter,
  response: Type.Unknown(),
  responseType: "bytes",
  refusals: ["outside_jurisdiction"],
});

/** What can be done to many dossiers at once: nothing has to be filled in for each of them. */
export const BULK_MOVES = ["take", "forward", "sendToDesk", "approve", "assign"] as const;
export type BulkMove = (typeof BULK_MOVES)[number];
export const BULK_ROWS_MAX = 50;

const ROW_REFUSALS = [
  ...MAY_ACT_REFUSALS,
  "parts_open",
  "not_found",
  "dossier_changed",
  "move_not_allowed",
  "mandates_changed",
  "input_malformed",
  "idempotency_key_reused",
  "assignee_not_officer",
] as const;

export const moveDossiers = defineRoute({
  method: "POST",
  path: "/bulk-moves",
  summary: "One move of many dossiers: each its own act and transaction, and an answer for each",
  permission: "dossier.turn",
  body: Strict({
    move: OneOf(BULK_MOVES),
    /** What is written beside each; a sending back needs it. */
    note: Type.Optional(Words),
    dossiers: Type.Array(
      Strict({
        dossierId: Uuid,
        version: Version,
        /** Of an assignment: whose it is to be. */
        toAccountId: Type.Optional(Uuid),
      }),
      { minItems: 1, maxItems: BULK_ROWS_MAX },
    ),
  }),
  /** One answer per dossier, also when it was named twice, in the order of the request. */
  response: Type.Object({
    results: Type.Array(
      Type.Object({
        dossierId: Uuid,
        status: Nullable(OneOf(BUSINESS_STATUSES)),
        version: Nullable(Version),
        refusal: Nullable(
          Type.Object({
            code: OneOf(ROW_REFUSALS),
            details: Type.Record(
              Type.String(),
              Type.Unsafe<string | number | boolean | readonly string[]>({}),
            ),
          }),
        ),
      }),
    ),
  }),
  refusals: ["bulk_reason_missing"],
});

export const assignDossier = defineRoute({
  method: "POST",
  path: "/dossiers/:dossierId/assignment",
  summary: "The approver says which case officer works on a dossier, before or after it was taken",
  permission: "dossier.approve",
  params: Strict({ dossierId: Uuid }),
  body: Strict({ version: Version, toAccountId: Uuid, note: Type.Optional(Line) }),
  response: Type.Object({ dossierId: Uuid, version: Version, status: OneOf(BUSINESS_STATUSES) }),
  refusals: [
    ...MAY_ACT_REFUSALS,
    "not_found",
    "dossier_changed",
    "move_not_allowed",
    "mandates_changed",
    "assignee_not_officer",
  ],
});

export const listCaseOfficers = defineRoute({
  method: "GET",
  path: "/case-officers",
  summary: "Who works today for the agencies that this person approves for, with how much each has in hand",
  permission: "dossier.approve",
  response: Type.Object({
    officers: Type.Array(Type.Object({ accountId: Uuid, name: Type.String(), inHand: Type.Integer() })),
  }),
  refusals: [],
});
