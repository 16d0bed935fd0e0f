import { WENT_TO } from "#domain/programme/programme.ts";
import { type Static, Type } from "typebox";
import { defineRoute } from "./route.ts";
import { Cursor, Day, Line, Moment, NamedLine, Nullable, OneOf, Strict, Uuid } from "./shapes.ts";

export const StaffFreedRow = Type.Object({
  id: Uuid,
  /** The unit or agency whose post it was. */
  place: Type.String(),
  postTitle: Type.String(),
  persons: Type.Integer(),
  freedOn: Day,
  phase: Nullable(Type.Object({ id: Uuid, label: Type.String(), programme: Type.String() })),
  /** The mandate that took the work over, when it was named rather than a phase. */
  mandate: Nullable(Type.Object({ id: Uuid, name: Type.String() })),
  wentTo: OneOf(WENT_TO),
  wentToWords: Type.String(),
  note: Type.String(),
  recordedBy: Type.String(),
  recordedAt: Moment,
  withdrawn: Nullable(Type.Object({ at: Moment, by: Type.String(), reason: Type.String() })),
});
export type StaffFreedRow = Static<typeof StaffFreedRow>;

const Filter = { programmeId: Type.Optional(Uuid), phaseId: Type.Optional(Uuid) };

export const listStaffFreed = defineRoute({
  method: "GET",
  path: "/staff-freed",
  summary: "Posts whose work the post office took over, the newest first, with sums by phase and year",
  permission: "mandate.read",
  query: Strict({ ...Filter, after: Type.Optional(Cursor) }),
  response: Type.Object({
    rows: Type.Array(StaffFreedRow),
    next: Nullable(Cursor),
    /** Of the whole list, not of this page. */
    sums: Type.Object({
      persons: Type.Integer(),
      byPhase: Type.Array(
        Type.Object({ phaseId: Nullable(Uuid), label: Type.String(), persons: Type.Integer() }),
      ),
      byYear: Type.Array(Type.Object({ year: Type.Integer(), persons: Type.Integer() })),
    }),
  }),
  refusals: [],
});

export const exportStaffFreed = defineRoute({
  method: "GET",
  path: "/staff-freed-files",
  summary: "The same list, whole, as a CSV file",
  permission: "mandate.read",
  query: Strict(Filter),
  response: Type.Unknown(),
  responseType: "bytes",
  refusals: [],
});

export const recordStaffFreed = defineRoute({
  method: "POST",
  path: "/staff-freed",
  summary: "Writes down a post whose work a mandate or a phase took over, and where the person went",
  permission: "programme.edit",
  body: Strict({
    unitId: Nullable(Uuid),
    agencyId: Nullable(Uuid),
    postTitle: NamedLine,
    persons: Type.Integer({ minimum: 1, maximum: 1_000 }),
    freedOn: Day,
    mandateId: Nullable(Uuid),
    phaseId: Nullable(Uuid),
    wentTo: OneOf(WENT_TO),
    wentToWords: Line,
    note: Line,
  }),
  response: Type.Object({ id: Uuid }),
  refusals: ["freed_place_missing", "freed_cause_missing", "freed_day_ahead"],
});

export const withdrawStaffFreed = defineRoute({
  method: "POST",
  path: "/staff-freed/:freedId/withdrawal",
  summary: "Withdraws a mistaken line; it stays in the list and counts no more",
  permission: "programme.edit",
  params: Strict({ freedId: Uuid }),
  body: Strict({ reason: NamedLine }),
  response: Type.Object({ id: Uuid }),
  refusals: ["not_found", "withdrawn_already"],
});
