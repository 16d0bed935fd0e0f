import { TIME_LIMIT_UNITS } from "#domain/calendar/time-limit.ts";
import type { Mending } from "#domain/catalogue/mend-content.ts";
import {
  CHANNELS,
  DECIDING_LEVELS,
  FEE_KINDS,
  PAPER_KINDS,
  type ProcedureContent,
  type RequiredPaper,
} from "#domain/catalogue/procedure.ts";
import { WARNING_KINDS } from "#domain/catalogue/warnings.ts";
import { type Static, Type } from "typebox";
import { defineRoute } from "./route.ts";
import { Cursor, Day, Line, Moment, NamedLine, Nullable, OneOf, ShortText, Strict, Uuid } from "./shapes.ts";

/** Where a version came from: a file of the program, a record of the national portal, an editor. */
export const VERSION_ORIGINS = ["shipped", "portal", "editor"] as const;

/** Which procedures the list shows: those that have something to look at, or all. */
export const REVIEW_SCOPES = ["open", "all"] as const;

const Count = Type.Integer({ minimum: 0 });

export const ReviewRow = Type.Object({
  code: Type.String(),
  name: Type.String(),
  fieldName: Type.String(),
  /** The newest version: the one to mend. */
  versionId: Uuid,
  origin: OneOf(VERSION_ORIGINS),
  validFrom: Day,
  /** First day of the version in force today; null when none is. */
  inForceFrom: Nullable(Day),
  /** Open warnings of the newest version. */
  openWarnings: Count,
  kinds: Type.Array(OneOf(WARNING_KINDS)),
});
export type ReviewRow = Static<typeof ReviewRow>;

export const listReview = defineRoute({
  method: "GET",
  path: "/catalogue/procedures",
  summary: "Procedures with what is to be looked at in their newest version, by name",
  permission: "catalogue.edit",
  query: Strict({
    scope: Type.Optional(OneOf(REVIEW_SCOPES)),
    kind: Type.Optional(OneOf(WARNING_KINDS)),
    field: Type.Optional(ShortText),
    origin: Type.Optional(OneOf(VERSION_ORIGINS)),
    q: Type.Optional(ShortText),
    after: Type.Optional(Cursor),
  }),
  response: Type.Object({ procedures: Type.Array(ReviewRow), next: Nullable(Cursor) }),
  refusals: [],
});

export const readReviewSummary = defineRoute({
  method: "GET",
  path: "/catalogue/summary",
  summary: "How many warnings of each kind are open in the newest versions, and the fields there are",
  permission: "catalogue.edit",
  response: Type.Object({
    /** Procedures there are, and those of them with an open warning. */
    procedures: Count,
    proceduresOpen: Count,
    kinds: Type.Array(Type.Object({ kind: OneOf(WARNING_KINDS), warnings: Count, procedures: Count })),
    fields: Type.Array(Type.Object({ code: Type.String(), name: Type.String(), procedures: Count })),
  }),
  refusals: [],
});

export const VersionRow = Type.Object({
  versionId: Uuid,
  validFrom: Day,
  validTo: Nullable(Day),
  origin: OneOf(VERSION_ORIGINS),
  /** Null for what the program ships. */
  publishedAt: Nullable(Moment),
  /** The editor's name; null when no person published it. */
  publishedBy: Nullable(Type.String()),
  reason: Nullable(Type.String()),
  withdrawnAt: Nullable(Moment),
  openWarnings: Count,
});
export type VersionRow = Static<typeof VersionRow>;

export const readReviewedProcedure = defineRoute({
  method: "GET",
  path: "/catalogue/procedures/:code",
  summary: "All versions of a procedure, the newest first; a withdrawn one among them",
  permission: "catalogue.edit",
  params: Strict({ code: ShortText }),
  response: Type.Object({
    code: Type.String(),
    name: Type.String(),
    fieldName: Type.String(),
    /** Today in Việt Nam, by the server's clock. */
    today: Day,
    /** The newest version that was not withdrawn: what a publication replaces. */
    newestId: Uuid,
    /** The version in force today. */
    inForceId: Nullable(Uuid),
    versions: Type.Array(VersionRow),
  }),
  refusals: ["unknown_procedure"],
});

export const WarningView = Type.Object({
  position: Count,
  kind: OneOf(WARNING_KINDS),
  /** Where in the content: `channels.direct.limits[0]`. */
  path: Type.String(),
  /** The words of the source that were not understood. */
  words: Type.String(),
  acknowledgedAt: Nullable(Moment),
  acknowledgedBy: Nullable(Type.String()),
});
export type WarningView = Static<typeof WarningView>;

/** A record of the national portal, exactly as it was read. */
const PortalRecord = Type.Unsafe<Readonly<Record<string, unknown>>>({
  type: "object",
  additionalProperties: true,
});

export const readReviewedVersion = defineRoute({
  method: "GET",
  path: "/catalogue/procedures/:code/versions/:versionId",
  summary: "One version with its warnings, and the record of the national portal behind it",
  permission: "catalogue.edit",
  params: Strict({ code: ShortText, versionId: Uuid }),
  response: Type.Object({
    versionId: Uuid,
    content: Type.Unsafe<ProcedureContent>({ type: "object", additionalProperties: true }),
    warnings: Type.Array(WarningView),
    record: Nullable(PortalRecord),
    recordReadAt: Nullable(Moment),
  }),
  refusals: ["not_found"],
});

/** Longer than any text of a paper that was ever published. */
const PaperText = Type.String({ minLength: 1, maxLength: 6_000 });
const Key = Type.String({ maxLength: 80 });
const Amount = Type.Integer({ minimum: 0, maximum: 1_000_000_000_000 });
const Pieces = Type.Integer({ minimum: 0, maximum: 99 });

const MendedLimit = Strict({
  case: Type.Optional(Key),
  limit: Nullable(
    Strict({ amount: Type.Integer({ minimum: 1, maximum: 100_000 }), unit: OneOf(TIME_LIMIT_UNITS) }),
  ),
  text: Type.Optional(PaperText),
});

const MendedFee = Strict({
  id: Key,
  kind: OneOf(FEE_KINDS),
  name: PaperText,
  amount: Nullable(Amount),
  unit: Type.Optional(Line),
  reduced: Type.Optional(Strict({ fromUnit: Type.Integer({ minimum: 2 }), amount: Amount })),
  maximum: Type.Optional(Amount),
  text: Type.Optional(PaperText),
});

const MendedPaper = Strict({
  id: Key,
  name: PaperText,
  kind: OneOf(PAPER_KINDS),
  originals: Pieces,
  copies: Pieces,
  optional: Type.Optional(Type.Boolean()),
  condition: Type.Optional(PaperText),
  channels: Type.Optional(Type.Array(OneOf(CHANNELS), { minItems: 1, maxItems: 3 })),
  formName: Type.Optional(PaperText),
  replacedByData: Type.Optional(Strict({ database: Line, owner: Line, source: Line })),
});

const MendingShape = Strict({
  channels: Type.Array(
    Strict({
      channel: OneOf(CHANNELS),
      limits: Type.Array(MendedLimit, { maxItems: 50 }),
      fees: Type.Array(MendedFee, { maxItems: 50 }),
    }),
    { maxItems: 3 },
  ),
  papers: Type.Array(Type.Unsafe<RequiredPaper>(MendedPaper), { maxItems: 300 }),
  personalPresence: Type.Boolean(),
  deciding: OneOf(DECIDING_LEVELS),
});

export const publishVersion = defineRoute({
  method: "POST",
  path: "/catalogue/procedures/:code/versions",
  summary: "Publishes a mended version, or an earlier one again, from a day on",
  permission: "catalogue.edit",
  params: Strict({ code: ShortText }),
  body: Strict({
    /** The newest version that the editor saw: a newer one meanwhile is not overwritten. */
    seenVersionId: Uuid,
    /** The version whose content was mended; another than the newest when an earlier one is restored. */
    basedOnVersionId: Uuid,
    mending: Type.Unsafe<Mending>(MendingShape),
    validFrom: Day,
    reason: NamedLine,
    /** The text in which the editor read what was changed; without it the changes are not shown as law. */
    source: Type.Optional(Line),
  }),
  response: Type.Object({ versionId: Uuid, openWarnings: Count }),
  refusals: [
    "unknown_procedure",
    "not_found",
    "version_changed",
    "valid_from_too_early",
    "content_invalid",
    "nothing_changed",
  ],
});

export const withdrawVersion = defineRoute({
  method: "POST",
  path: "/catalogue/procedures/:code/versions/:versionId/withdrawal",
  summary: "Takes back the newest version before its first day; the one before is open again",
  permission: "catalogue.edit",
  params: Strict({ code: ShortText, versionId: Uuid }),
  body: Strict({ reason: NamedLine }),
  response: Type.Object({ newestId: Uuid }),
  refusals: ["unknown_procedure", "version_changed", "version_begun", "withdrawal_not_possible"],
});

export const acknowledgeWarnings = defineRoute({
  method: "POST",
  path: "/catalogue/procedures/:code/versions/:versionId/acknowledgement",
  summary: "Says of warnings that the content is as the source says, or takes that back",
  permission: "catalogue.edit",
  params: Strict({ code: ShortText, versionId: Uuid }),
  body: Strict({
    positions: Type.Array(Type.Integer({ minimum: 0, maximum: 32_767 }), { minItems: 1, maxItems: 500 }),
    acknowledged: Type.Boolean(),
  }),
  response: Type.Object({ openWarnings: Count }),
  refusals: ["not_found"],
});
