import { CALENDAR_PLACES, LOCAL_DAYS_MAX } from "#domain/calendar/local-entry.ts";
import { DAY_STATUS_REASONS, MARKS } from "#domain/calendar/work-calendar.ts";
import { KEPT_BECAUSE } from "#domain/dossier/check-due-date.ts";
import { type Static, Type } from "typebox";
import { defineRoute } from "./route.ts";
import { Cursor, Day, Moment, NamedLine, Nullable, OneOf, ShortText, Strict, Uuid, Words } from "./shapes.ts";

/** Minutes after midnight on the wall clock in Việt Nam. */
const Minute = Type.Integer({ minimum: 0, maximum: 1439 });
const Session = Type.Object({ fromMinute: Minute, toMinute: Minute }, { additionalProperties: false });
const Sessions = Type.Array(Session, { minItems: 1, maxItems: 4 });

const Place = { placeKind: OneOf(CALENDAR_PLACES), placeId: ShortText };

const WeekDay = Type.Object(
  { openForIntake: Type.Boolean(), countsForDeadline: Type.Boolean(), sessions: Type.Optional(Sessions) },
  { additionalProperties: false },
);

const DaysContent = Strict({
  kind: Type.Literal("days"),
  from: Day,
  to: Day,
  name: NamedLine,
  openForIntake: Type.Boolean(),
  countsForDeadline: Type.Boolean(),
  /** Null: the usual hours. */
  sessions: Nullable(Sessions),
});

const HoursContent = Strict({
  kind: Type.Literal("hours"),
  from: Day,
  /** Null: until something else is set. */
  to: Nullable(Day),
  /** Sunday first. */
  week: Type.Array(WeekDay, { minItems: 7, maxItems: 7 }),
  sessions: Sessions,
});

export const CalendarContent = Type.Union([DaysContent, HoursContent]);
export type CalendarContent = Static<typeof CalendarContent>;

const Decision = Strict({ number: NamedLine, issuedOn: Day, signer: NamedLine });

/** An entry as the history of a calendar shows it. */
export const CalendarEntry = Type.Object({
  entryId: Uuid,
  ...Place,
  placeName: Type.String(),
  content: CalendarContent,
  decision: Decision,
  recordedBy: Type.String(),
  recordedAt: Moment,
  withdrawn: Nullable(Type.Object({ at: Moment, by: Type.String(), reason: Type.String() })),
  /** Whether whoever asks may withdraw it. */
  editable: Type.Boolean(),
});
export type CalendarEntry = Static<typeof CalendarEntry>;

/** One day of a calendar, with whose word it is as it is. */
export const CalendarDay = Type.Object({
  day: Day,
  openForIntake: Type.Boolean(),
  countsForDeadline: Type.Boolean(),
  reason: OneOf(DAY_STATUS_REASONS),
  name: Nullable(Type.String()),
  decided: Type.Boolean(),
  sessions: Type.Array(Session),
  /** The entry of a place that sets it; null: the national calendar. */
  entryId: Nullable(Uuid),
  source: Type.String(),
  mark: OneOf(MARKS),
});
export type CalendarDay = Static<typeof CalendarDay>;

const Asked = Strict({ ...Place, year: Type.String({ pattern: "^[1-9][0-9]{3}$" }) });

export const CalendarYear = Type.Object({
  ...Place,
  name: Type.String(),
  year: Type.Integer(),
  /** The years that the national calendar knows. */
  fromYear: Type.Integer(),
  toYear: Type.Integer(),
  editable: Type.Boolean(),
  days: Type.Array(CalendarDay),
  /** What was set here and above it, the latest first, withdrawn ones too. */
  entries: Type.Array(CalendarEntry),
});
export type CalendarYear = Static<typeof CalendarYear>;

export const readCalendarYear = defineRoute({
  method: "GET",
  path: "/calendars",
  summary:
    "A year of the calendar of a space, agency, unit or post office, day by day, with whose decision each day is",
  permission: "signedIn",
  query: Asked,
  response: CalendarYear,
  refusals: ["not_found", "calendar_not_published"],
});

export const exportCalendarYear = defineRoute({
  method: "GET",
  path: "/calendar-files",
  summary: "A year of a calendar as a CSV file",
  permission: "signedIn",
  query: Asked,
  response: Type.Unknown(),
  responseType: "bytes",
  refusals: ["not_found", "calendar_not_published"],
});

export const listCalendarPlaces = defineRoute({
  method: "GET",
  path: "/calendar-places",
  summary: "Whose calendars can be looked at: one's own places first, then those of the space by name",
  permission: "signedIn",
  query: Strict({ q: Type.Optional(ShortText) }),
  response: Type.Object({
    places: Type.Array(Type.Object({ ...Place, name: Type.String() })),
    /** How many there are beyond those shown. */
    more: Type.Integer(),
  }),
  refusals: [],
});

export const addCalendarEntry = defineRoute({
  method: "POST",
  path: "/calendar-entries",
  summary: `Sets days (${LOCAL_DAYS_MAX} at most), or week and hours from a day on, by a decision; no date moves by it`,
  permission: "calendar.edit",
  body: Strict({ ...Place, content: CalendarContent, decision: Decision }),
  response: Type.Object({ entryId: Uuid }),
  refusals: ["not_found", "outside_jurisdiction", "calendar_entry_invalid", "calendar_day_decided"],
});

export const withdrawCalendarEntry = defineRoute({
  method: "POST",
  path: "/calendar-entries/:entryId/withdrawal",
  summary: "Withdraws what was set wrongly, from its first day on; no date moves by it",
  permission: "calendar.edit",
  params: Strict({ entryId: Uuid }),
  body: Strict({ reason: Words }),
  response: Type.Object({ entryId: Uuid }),
  refusals: ["not_found", "outside_jurisdiction", "calendar_entry_withdrawn"],
});

/** A date that the calendars of today give otherwise, or that nobody can count. Nothing personal. */
export const CheckedDate = Type.Object({
  dossierId: Uuid,
  code: Type.String(),
  procedureCode: Type.String(),
  unitId: Uuid,
  unit: Type.String(),
  agency: Type.String(),
  outcome: OneOf(["moves", "settles", "kept"] as const),
  from: Moment,
  /** Null where the date is kept. */
  to: Nullable(Moment),
  provisional: Type.Boolean(),
  because: Type.Array(
    Type.Object({
      day: Day,
      was: Nullable(OneOf(DAY_STATUS_REASONS)),
      is: OneOf(DAY_STATUS_REASONS),
      name: Nullable(Type.String()),
      source: Type.String(),
      takenBack: Type.Optional(Type.Object({ name: Nullable(Type.String()), reason: Type.String() })),
    }),
  ),
  keptBecause: Nullable(OneOf(KEPT_BECAUSE)),
});
export type CheckedDate = Static<typeof CheckedDate>;

/** A part of a walk over all open dossiers of the space. */
const DatePart = {
  looked: Type.Integer(),
  dates: Type.Array(CheckedDate),
  /** Where the next part begins; null when this was the last. */
  next: Nullable(Cursor),
};

export const checkDueDates = defineRoute({
  method: "GET",
  path: "/due-date-checks",
  summary: "Which due dates of open dossiers the calendars of today would move, part by part; writes nothing",
  permission: "calendar.edit",
  query: Strict({ after: Type.Optional(Cursor) }),
  response: Type.Object({
    ...DatePart,
    /** How many open dossiers there are in all; told with the first part. */
    total: Nullable(Type.Integer()),
  }),
  refusals: [],
});

export const moveDueDates = defineRoute({
  method: "POST",
  path: "/due-date-moves",
  summary: "Moves the due dates of the next part of the open dossiers to what the calendars of today give",
  permission: "calendar.edit",
  body: Strict({ after: Nullable(Cursor) }),
  response: Type.Object({
    looked: Type.Integer(),
    moved: Type.Integer(),
    settled: Type.Integer(),
    next: Nullable(Cursor),
  }),
  refusals: ["mandates_changed"],
});
