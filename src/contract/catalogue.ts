import { DAY_STATUS_REASONS } from "#domain/calendar/work-calendar.ts";
import type { ProcedureContent } from "#domain/catalogue/procedure.ts";
import { MAY_ACT_REFUSALS } from "#domain/mandate/may-act.ts";
import { type Static, Type } from "typebox";
import { HAND_OVER_RECORD_REFUSALS } from "./hand-over-records.ts";
import { defineRoute } from "./route.ts";
import {
  Cursor,
  Day,
  DueDateExplanation,
  Moment,
  Nullable,
  OneOf,
  ShortText,
  Strict,
  Uuid,
} from "./shapes.ts";

export const CHANNELS = ["direct", "online", "postal"] as const;

export const ProcedureRow = Type.Object({
  versionId: Uuid,
  code: Type.String(),
  name: Type.String(),
  fieldCode: Type.String(),
  fieldName: Type.String(),
});
export type ProcedureRow = Static<typeof ProcedureRow>;

/** The content of a version, exactly as it was published. */
const Content = Type.Unsafe<ProcedureContent>({ type: "object", additionalProperties: true });

export const ProcedureView = Type.Object({
  versionId: Uuid,
  validFrom: Day,
  validTo: Nullable(Day),
  fieldName: Type.String(),
  content: Content,
});
export type ProcedureView = Static<typeof ProcedureView>;

export const searchProcedures = defineRoute({
  method: "GET",
  path: "/procedures",
  summary: "Procedures in force today, by words of the name without diacritics or by code, the best first",
  permission: "public",
  query: Strict({
    q: Type.Optional(ShortText),
    /** The code of one field. */
    field: Type.Optional(ShortText),
    after: Type.Optional(Cursor),
  }),
  response: Type.Object({ procedures: Type.Array(ProcedureRow), next: Nullable(Cursor) }),
  refusals: [],
});

export const readProcedure = defineRoute({
  method: "GET",
  path: "/procedures/:code",
  summary: "The version of a procedure in force today",
  permission: "public",
  params: Strict({ code: ShortText }),
  response: ProcedureView,
  refusals: ["unknown_procedure", "procedure_not_valid"],
});

/** A right as the screen shows it: which decision or post gives it. */
export const BasisView = Type.Object({
  kind: Type.String(),
  /** In words: "Quyết định 1234/QĐ-UBND ngày …" or the post. */
  title: Type.String(),
});

/** What every button asks: may this be done, by which right, or why not. */
export const Permit = Type.Object({
  allowed: Type.Boolean(),
  basis: Nullable(BasisView),
  /** It may be done, and counts when a civil servant has confirmed it: said before anything is typed. */
  awaitsConfirmation: Type.Boolean(),
  refusal: Nullable(
    Type.Object({
      code: OneOf([...MAY_ACT_REFUSALS, "move_not_allowed", "counter_not_chosen", "outside_jurisdiction"]),
      details: Type.Record(Type.String(), Type.Unsafe<string | number | boolean | readonly string[]>({})),
    }),
  ),
});
export type Permit = Static<typeof Permit>;

export const previewIntake = defineRoute({
  method: "GET",
  path: "/procedures/:code/intake-preview",
  summary: "Whether this clerk may take in this procedure at this counter now, and which date it would get",
  permission: "dossier.receive",
  params: Strict({ code: ShortText }),
  query: Strict({
    channel: Type.Optional(OneOf(CHANNELS)),
    case: Type.Optional(ShortText),
    /** The agency chosen to decide; the unit's own one when absent. */
    decidingAgencyId: Type.Optional(Uuid),
    /** Of what was lodged before: the version that it keeps, though another may be in force today. */
    lodgedVersionId: Type.Optional(Uuid),
    /** The biên bản giao nhận by which the post brought it. */
    handOverRecordId: Type.Optional(Uuid),
  }),
  response: Type.Object({
    permit: Permit,
    /** Why the unit does not take dossiers in today, by its calendar; null when it does. It bars nothing. */
    closedToday: Nullable(Type.Object({ reason: OneOf(DAY_STATUS_REASONS), name: Nullable(Type.String()) })),
    dueAt: Nullable(Moment),
    provisional: Type.Boolean(),
    explanation: Nullable(DueDateExplanation),
    /** Why there is no date, when there is none. */
    dueRefusal: Nullable(
      OneOf([
        "channel_not_offered",
        "unknown_case",
        "limit_not_published",
        "calendar_not_published",
        ...HAND_OVER_RECORD_REFUSALS,
      ]),
    ),
  }),
  refusals: ["unknown_procedure", "procedure_not_valid", "counter_not_chosen", "counter_closed"],
});
