import { type PlainDate, parsePlainDate } from "../shared/plain-date.ts";
import {
  CALENDAR_DAY_KINDS,
  type CalendarDay,
  type DayFlags,
  MARKS,
  type Session,
  type WeekDay,
  type WorkCalendar,
  yearOf,
} from "./work-calendar.ts";

/**
 * A calendar as the reference data state it.
 * @throws RangeError that names the entry when a day does not exist, stands twice or lies outside the
 * calendar's years, or when anything else has not the promised shape.
 * @example readCalendar(JSON.parse(text)) → the calendar of db/reference/calendars/agency.json
 */
export function readCalendar(value: unknown): WorkCalendar {
  const calendar = object(value, "calendar");
  const id = text(calendar["id"], "id");
  const fromYear = wholeNumber(calendar["fromYear"], "fromYear");
  const toYear = wholeNumber(calendar["toYear"], "toYear");
  if (fromYear > toYear) throw new RangeError(`Calendar ${id} ends in ${toYear}, before ${fromYear}`);
  const hours = object(calendar["hours"], "hours");
  return {
    id,
    name: text(calendar["name"], "name"),
    fromYear,
    toYear,
    week: readWeek(calendar["week"]),
    sessions: readSessions(hours["sessions"], "hours.sessions"),
    hoursSource: text(hours["source"], "hours.source"),
    hoursMark: oneOf(MARKS, hours["mark"], "hours.mark"),
    laterHours: [],
    days: readDays(calendar["days"], fromYear, toYear),
  };
}

function readWeek(value: unknown): readonly WeekDay[] {
  const week = list(value, "week").map((given, index) => {
    const entry = object(given, `week[${index}]`);
    return { ...readFlags(entry, `week[${index}]`), ...readOwnHours(entry, `week[${index}]`) };
  });
  if (week.length !== 7) throw new RangeError(`A week has 7 days, Sunday first, not ${week.length}`);
  return week;
}

/** The hours of a day that has its own; nothing where it has the usual ones. */
function readOwnHours(entry: Readonly<Record<string, unknown>>, at: string): Pick<WeekDay, "sessions"> {
  const own = entry["sessions"];
  return own === undefined ? {} : { sessions: readSessions(own, `${at}.sessions`) };
}

function readSessions(value: unknown, at: string): readonly Session[] {
  const sessions = list(value, at).map((entry, index) => {
    const session = object(entry, `${at}[${index}]`);
    return { fromMinute: readMinute(session["from"]), toMinute: readMinute(session["to"]) };
  });
  if (sessions.length === 0) throw new RangeError("A calendar needs working hours");
  let end = -1;
  for (const { fromMinute, toMinute } of sessions) {
    if (fromMinute <= end || toMinute <= fromMinute)
      throw new RangeError("Working hours overlap or run backwards");
    end = toMinute;
  }
  return sessions;
}

function readDays(value: unknown, fromYear: number, toYear: number): ReadonlyMap<PlainDate, CalendarDay> {
  const days = new Map<PlainDate, CalendarDay>();
  for (const [index, entry] of list(value, "days").entries()) {
    const day = readDay(object(entry, `days[${index}]`));
    if (days.has(day.day)) throw new RangeError(`${day.day} stands twice in the calendar`);
    const year = yearOf(day.day);
    if (year < fromYear || year > toYear)
      throw new RangeError(`${day.day} lies outside ${fromYear} to ${toYear}`);
    days.set(day.day, day);
  }
  return days;
}

function readDay(entry: Readonly<Record<string, unknown>>): CalendarDay {
  const written = text(entry["day"], "day");
  const day = parsePlainDate(written);
  if (day === undefined) throw new RangeError(`${JSON.stringify(written)} is not a day of the calendar`);
  return {
    day,
    ...readFlags(entry, day),
    ...readOwnHours(entry, day),
    name: text(entry["name"], `${day}.name`),
    kind: oneOf(CALENDAR_DAY_KINDS, entry["kind"], `${day}.kind`),
    decided: flag(entry["decided"], `${day}.decided`),
    source: text(entry["source"], `${day}.source`),
    mark: oneOf(MARKS, entry["mark"], `${day}.mark`),
  };
}

function readFlags(entry: Readonly<Record<string, unknown>>, at: string): DayFlags {
  return {
    openForIntake: flag(entry["openForIntake"], `${at}.openForIntake`),
    countsForDeadline: flag(entry["countsForDeadline"], `${at}.countsForDeadline`),
  };
}

/** Minutes after midnight of a text such as "07:30". */
function readMinute(value: unknown): number {
  const parts = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(text(value, "hours"));
  if (!parts) throw new RangeError(`Not a time of day: ${JSON.stringify(value)}`);
  return Number(parts[1]) * 60 + Number(parts[2]);
}

function object(value: unknown, at: string): Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw wrong(value, at, "an object");
  return value as Readonly<Record<string, unknown>>;
}

function list(value: unknown, at: string): readonly unknown[] {
  if (!Array.isArray(value)) throw wrong(value, at, "a list");
  return value;
}

function text(value: unknown, at: string): string {
  if (typeof value !== "string" || value.trim() === "") throw wrong(value, at, "a text");
  return value;
}

function flag(value: unknown, at: string): boolean {
  if (typeof value !== "boolean") throw wrong(value, at, "true or false");
  return value;
}

function wholeNumber(value: unknown, at: string): number {
  if (!Number.isInteger(value)) throw wrong(value, at, "a whole number");
  return Number(value);
}

function oneOf<const Values extends readonly string[]>(
  values: Values,
  value: unknown,
  at: string,
): Values[number] {
  const found = values.find((known) => known === value);
  if (found === undefined) throw wrong(value, at, `one of ${values.join(", ")}`);
  return found;
}

function wrong(value: unknown, at: string, wanted: string): RangeError {
  return new RangeError(`${at} of the calendar must be ${wanted}, not ${JSON.stringify(value)}`);
}
