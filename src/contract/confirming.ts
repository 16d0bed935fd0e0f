import { AWAITED_ACTS, CONFIRMED_AT_ONCE_MAX } from "#domain/dossier/confirmation.ts";
import { CORRECTED_FIELDS } from "#domain/dossier/corrected-field.ts";
import { RECEIPT_DELIVERIES } from "#domain/dossier/dossier-payloads.ts";
import { AWAITING_STATUSES, BUSINESS_STATUSES } from "#domain/dossier/dossier-state.ts";
import { MAY_ACT_REFUSALS } from "#domain/mandate/may-act.ts";
import { NOTICE_CHANNELS, NOTICE_PROBLEMS, NOTICE_STATES } from "#domain/notice/notice.ts";
import { type Static, Type } from "typebox";
import { defineRoute } from "./route.ts";
import { Cursor, Day, Line, Moment, Nullable, OneOf, Strict, Uuid, Version, Words } from "./shapes.ts";

/** What the right to act on a dossier is asked about, so that a button beside its row decides by itself. */
const RightSubject = Type.Object({
  unitId: Uuid,
  decidingAgencyId: Uuid,
  procedureCode: Type.String(),
  fieldCode: Type.String(),
});
export type RightSubject = Static<typeof RightSubject>;

/** What waits for a civil servant's confirmation, or was handed back to the clerk. */
export const AwaitedRow = Type.Object({
  dossierId: Uuid,
  version: Version,
  act: OneOf(AWAITED_ACTS),
  status: OneOf(["handedBack", ...AWAITING_STATUSES]),
  code: Type.String(),
  procedureName: Type.String(),
  applicantName: Type.String(),
  /** Who did the act that waits. */
  clerk: Type.String(),
  /** The person who asks did it, or put it before the officer again: that person cannot confirm it. */
  own: Type.Boolean(),
  rightSubject: RightSubject,
  /** Null when the act was not done at a counter. */
  counter: Nullable(Type.String()),
  unitName: Type.String(),
  /** When the act was done; handing back and answering do not move it. */
  since: Moment,
  minutesWaiting: Type.Integer(),
  papers: Type.Integer(),
  dueAt: Moment,
  /** The last words between officer and clerk. */
  words: Nullable(Type.String()),
  /** What the counter put right before it put the dossier before the officer again; empty when it did not. */
  corrected: Type.Array(OneOf(CORRECTED_FIELDS)),
});
export type AwaitedRow = Static<typeof AwaitedRow>;

/** `total` counts all that waits, also what stands on later pages. */
const AwaitedList = Type.Object({
  rows: Type.Array(AwaitedRow),
  total: Type.Integer(),
  next: Nullable(Cursor),
});
const query = Strict({ after: Type.Optional(Cursor) });

export const listConfirmations = defineRoute({
  method: "GET",
  path: "/confirmations",
  summary: "What waits for confirmation at this person's units, the longest waiting first",
  readsPersons: true,
  permission: "dossier.confirm",
  query,
  response: AwaitedList,
  refusals: [],
});

export const listAwaited = defineRoute({
  method: "GET",
  path: "/awaited-confirmations",
  summary: "What this counter's clerks wait for: handed back first, then the longest waiting",
  readsPersons: true,
  permission: "dossier.receive",
  query,
  response: AwaitedList,
  refusals: [],
});

const MOVE_REFUSALS = [
  ...MAY_ACT_REFUSALS,
  "not_found",
  "dossier_changed",
  "move_not_allowed",
  "mandates_changed",
] as const;
const Moved = Type.Object({ dossierId: Uuid, version: Version, status: OneOf(BUSINESS_STATUSES) });
const params = Strict({ dossierId: Uuid });

export const confirmDossiers = defineRoute({
  method: "POST",
  path: "/confirmations",
  summary:
    "Confirms many acts at once, each by its own event; what changed meanwhile is told and left as it is",
  permission: "dossier.confirm",
  body: Strict({
    dossiers: Type.Array(Strict({ dossierId: Uuid, version: Version }), {
      minItems: 1,
      maxItems: CONFIRMED_AT_ONCE_MAX,
    }),
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
            code: OneOf([...MAY_ACT_REFUSALS, "not_found", "dossier_changed", "move_not_allowed"]),
            details: Type.Record(
              Type.String(),
              Type.Unsafe<string | number | boolean | readonly string[]>({}),
            ),
          }),
        ),
      }),
    ),
  }),
  refusals: ["mandates_changed"],
});

export const handBackDossier = defineRoute({
  method: "POST",
  path: "/dossiers/:dossierId/hand-back",
  summary: "The officer gives a dossier that waits back to the clerk, with words",
  permission: "dossier.confirm",
  params,
  body: Strict({ version: Version, words: Words }),
  response: Moved,
  refusals: MOVE_REFUSALS,
});

export const remarkOnReturn = defineRoute({
  method: "POST",
  path: "/dossiers/:dossierId/remark",
  summary: "Officer and clerk exchange words about a returning that waits; nothing moves",
  permission: "dossier.read",
  params,
  body: Strict({ version: Version, words: Words }),
  response: Moved,
  refusals: MOVE_REFUSALS,
});

export const resubmitDossier = defineRoute({
  method: "POST",
  path: "/dossiers/:dossierId/resubmission",
  summary: "The clerk puts a dossier that was handed back before the officer again, with an answer",
  permission: "dossier.receive",
  params,
  body: Strict({ version: Version, words: Words }),
  response: Moved,
  refusals: MOVE_REFUSALS,
});

export const withdrawDossier = defineRoute({
  method: "POST",
  path: "/dossiers/:dossierId/withdrawal",
  summary: "The citizen takes a dossier home that was handed back: papers go against a signature",
  permission: "dossier.receive",
  params,
  body: Strict({
    version: Version,
    words: Type.Optional(Line),
    /** Needed when papers of the citizen's are held. */
    signature: Type.Optional(Strict({ kind: OneOf(["drawn", "signedSlip"]), fileId: Uuid })),
  }),
  response: Moved,
  refusals: [...MOVE_REFUSALS, "signature_missing", "result_in_container"],
});

export const ReceiptDueRow = Type.Object({
  dossierId: Uuid,
  version: Version,
  code: Type.String(),
  procedureName: Type.String(),
  applicantName: Type.String(),
  unitName: Type.String(),
  by: OneOf(RECEIPT_DELIVERIES),
  receivedAt: Moment,
  rightSubject: RightSubject,
  /** The message that the program sends, or tried to; null when a person tells the citizen. */
  notice: Nullable(
    Type.Object({
      channel: OneOf(NOTICE_CHANNELS),
      state: OneOf(NOTICE_STATES),
      problem: Nullable(OneOf(NOTICE_PROBLEMS)),
      attempts: Type.Integer(),
      /** When it was last tried; null while it waits. */
      triedAt: Nullable(Moment),
    }),
  ),
});
export type ReceiptDueRow = Static<typeof ReceiptDueRow>;

export const listReceiptsDue = defineRoute({
  method: "GET",
  path: "/receipts-due",
  summary:
    "Mẫu 01 of confirmed dossiers that have not reached the citizen, the oldest first; none once the result is handed over",
  readsPersons: true,
  permission: "dossier.receive",
  query,
  response: Type.Object({ rows: Type.Array(ReceiptDueRow), total: Type.Integer(), next: Nullable(Cursor) }),
  refusals: [],
});

export const deliverReceipt = defineRoute({
  method: "POST",
  path: "/dossiers/:dossierId/receipt-delivery",
  summary: "Mẫu 01 has been handed over, posted or sent",
  permission: "dossier.receive",
  params,
  body: Strict({ version: Version, by: OneOf(RECEIPT_DELIVERIES) }),
  response: Moved,
  refusals: [...MOVE_REFUSALS, "receipt_not_due"],
});

/** Minutes by the clock, nights and holidays too: the citizen waits through them. */
const ConfirmationFigures = Type.Object({
  unitId: Uuid,
  unitName: Type.String(),
  act: OneOf(AWAITED_ACTS),
  /** Acts of the period that needed a confirmation. */
  count: Type.Integer(),
  confirmed: Type.Integer(),
  waiting: Type.Integer(),
  withdrawn: Type.Integer(),
  /** Of `count`: handed back, or remarked on, at least once. */
  sentBack: Type.Integer(),
  medianMinutes: Nullable(Type.Number()),
  p90Minutes: Nullable(Type.Number()),
});
export type ConfirmationFigures = Static<typeof ConfirmationFigures>;

export const readConfirmationFigures = defineRoute({
  method: "GET",
  path: "/confirmation-figures",
  summary: "How long confirmation takes, by unit: of the acts done on these days",
  permission: "dossier.confirm",
  query: Strict({ from: Day, to: Day }),
  response: Type.Object({ figures: Type.Array(ConfirmationFigures) }),
  refusals: ["confirmation_period_wrong"],
});
