import { type PlainDate, addDays, daysBetween, formatDay } from "../shared/plain-date.ts";
import type { LocalCalendar } from "./local-calendar.ts";
import {
  type CalendarDay,
  type DayFlags,
  type HoursFrom,
  type Session,
  type TakenBack,
  type WeekDay,
  type WorkCalendar,
  covers,
  hoursOn,
} from "./work-calendar.ts";

/** What a calendar is set for, the widest first: of two the narrower one wins. */
export const CALENDAR_PLACES = ["space", "agency", "unit", "postOffice"] as const;
export type CalendarPlaceKind = (typeof CALENDAR_PLACES)[number];

/** Days that differ from the week, all alike. */
export interface LocalDays extends DayFlags {
  readonly kind: "days";
  readonly from: PlainDate;
  readonly to: PlainDate;
  /** Why, as a citizen reads it. */
  readonly name: string;
  /** Their own hours, such as those of a morning; null: the usual ones. */
  readonly sessions: readonly Session[] | null;
}

/** Week and hours from a day on. */
export interface LocalHours {
  readonly kind: "hours";
  readonly from: PlainDate;
  /** The last day; null: until something else is set. */
  readonly to: PlainDate | null;
  /** Seven entries, Sunday first. */
  readonly week: readonly WeekDay[];
  readonly sessions: readonly Session[];
}

export type LocalContent = LocalDays | LocalHours;

/** What it was decided by: an act of whoever heads the place. */
export interface CalendarDecision {
  readonly number: string;
  readonly issuedOn: PlainDate;
  readonly signer: string;
}

/** One decision about the calendar of a place. */
export interface LocalEntry {
  readonly id: string;
  readonly placeKind: CalendarPlaceKind;
  readonly placeId: string;
  readonly content: LocalContent;
  readonly decision: CalendarDecision;
}

/** One that somebody took back, and why. */
export interface WithdrawnEntry extends LocalEntry {
  readonly reason: string;
}

/** The longest stretch of days that one entry sets. */
export const LOCAL_DAYS_MAX = 62;

/** Why an entry cannot be. */
export const CALENDAR_ENTRY_FAULTS = [
  "backwards",
  "tooLong",
  "yearUnknown",
  "hoursBroken",
  "hoursUnusual",
  "weekBroken",
  "clockWithoutWork",
  "decidedLater",
] as const;
export type CalendarEntryFault = (typeof CALENDAR_ENTRY_FAULTS)[number];

/**
 * What is wrong with an entry; nothing when it can be written down. Days that lie in the past may be: a decision is
 * often written down late, and the dates that it moves are shown before they move.
 *
 * @rule DEADLINE-03
 * @param today the day on which it is written down
 * @example an entry from 5 to 3 December → ["backwards"]
 */
export function checkEntry(
  { content, decision }: Pick<LocalEntry, "content" | "decision">,
  national: WorkCalendar,
  today: PlainDate,
): readonly CalendarEntryFault[] {
  const last = content.to ?? content.from;
  const backwards = last < content.from;
  const days = content.kind === "days";
  const found: Readonly<Record<CalendarEntryFault, boolean>> = {
    backwards,
    tooLong: days && !backwards && daysBetween(content.from, last) >= LOCAL_DAYS_MAX,
    yearUnknown: !covers(national, content.from) || !covers(national, last),
    hoursBroken: sessionsOf(content).some((sessions) => !areInOrder(sessions)),
    hoursUnusual: sessionsOf(content).some((sessions) => sessions.some(isUnusual)),
    weekBroken: !days && content.week.length !== 7,
    clockWithoutWork: !days && content.week.every(({ countsForDeadline }) => !countsForDeadline),
    decidedLater: decision.issuedOn > today,
  };
  return CALENDAR_ENTRY_FAULTS.filter((fault) => found[fault]);
}

function sessionsOf(content: LocalContent): readonly (readonly Session[])[] {
  if (content.kind === "days") return content.sessions === null ? [] : [content.sessions];
  return [content.sessions, ...content.week.flatMap(({ sessions }) => (sessions ? [sessions] : []))];
}

/** No agency works before five or after ten at night, nor for less than half an hour: such a session is a slip of the keys. */
const USUAL_HOURS = { fromMinute: 300, toMinute: 1320, shortest: 30 } as const;

function isUnusual({ fromMinute, toMinute }: Session): boolean {
  const isOutside = fromMinute < USUAL_HOURS.fromMinute || toMinute > USUAL_HOURS.toMinute;
  return isOutside || (toMinute > fromMinute && toMinute - fromMinute < USUAL_HOURS.shortest);
}

/**
 * The entry by which the same decision sets the same place already: days that both have, or hours from the same day on. Of
 * two such entries one is a second click; another decision about the same day is not, and the later holds.
 *
 * @example 25 November by Quyết định số 12 ngày 20/11/2026, twice → the first
 */
export function sameDecision<Entry extends Omit<LocalEntry, "id">>(
  one: Omit<LocalEntry, "id">,
  others: readonly Entry[],
): Entry | undefined {
  const number = one.decision.number.toLocaleUpperCase("vi");
  return others.find(
    ({ placeKind, placeId, content, decision }) =>
      placeKind === one.placeKind &&
      placeId === one.placeId &&
      decision.issuedOn === one.decision.issuedOn &&
      decision.number.toLocaleUpperCase("vi") === number &&
      setSameDay(content, one.content),
  );
}

function setSameDay(one: LocalContent, other: LocalContent): boolean {
  if (one.kind === "days" && other.kind === "days") return one.from <= other.to && other.from <= one.to;
  return one.kind === other.kind && one.from === other.from;
}

/** At least one, each with an end after its beginning, none before the one before it is over, all of one day. */
function areInOrder(sessions: readonly Session[]): boolean {
  let end = -1;
  for (const { fromMinute, toMinute } of sessions) {
    if (fromMinute <= end || toMinute <= fromMinute || toMinute >= 1440) return false;
    end = toMinute;
  }
  return sessions.length > 0;
}

/** @example "Quyết định số 12/QĐ-UBND ngày 20/11/2026" */
export function decisionWords({ number, issuedOn }: CalendarDecision): string {
  return `Quyết định số ${number} ngày ${formatDay(issuedOn)}`;
}

/**
 * Entries as a layer over the calendar below them; of two about one day the later in the list wins. Hours that end give
 * way to what the calendar below has on the day after.
 */
export function layerOf(entries: readonly LocalEntry[], below: WorkCalendar): LocalCalendar {
  return {
    days: entries.flatMap((entry) => (entry.content.kind === "days" ? daysOf(entry, entry.content) : [])),
    hours: entries.flatMap((entry) =>
      entry.content.kind === "hours" ? hoursOf(entry, entry.content, below) : [],
    ),
  };
}

/** What a calendar remembers of an entry that was taken back. */
export function takenBackBy({ content, decision, reason }: WithdrawnEntry): TakenBack {
  const { kind, from, to } = content;
  const name = content.kind === "days" ? content.name : null;
  return { kind, from, to, name, source: decisionWords(decision), reason };
}

function daysOf({ decision }: LocalEntry, content: LocalDays): readonly CalendarDay[] {
  const { from, to, name, openForIntake, countsForDeadline, sessions } = content;
  return Array.from({ length: daysBetween(from, to) + 1 }, (_, index) => ({
    day: addDays(from, index),
    openForIntake,
    countsForDeadline,
    ...(sessions && { sessions }),
    name,
    kind: countsForDeadline || openForIntake ? "localOpening" : "localClosing",
    decided: true,
    source: decisionWords(decision),
    mark: "sourced",
  }));
}

function hoursOf({ decision }: LocalEntry, content: LocalHours, below: WorkCalendar): readonly HoursFrom[] {
  const { from, to, week, sessions } = content;
  const begin: HoursFrom = { from, week, sessions, source: decisionWords(decision) };
  if (to === null) return [begin];
  const next = addDays(to, 1);
  return [begin, { ...hoursOn(next, below), from: next }];
}

/**
 * The entry by which a day is as it is, of entries in the order of their layers; undefined: by the calendar below. A single
 * day wins over the week; of hours those that began last.
 */
export function entryOn(day: PlainDate, entries: readonly LocalEntry[]): LocalEntry | undefined {
  const holding = entries.filter(
    ({ content }) => content.from <= day && (content.to === null || day <= content.to),
  );
  const single = holding.findLast(({ content }) => content.kind === "days");
  if (single) return single;
  return holding.reduce<LocalEntry | undefined>(
    (last, entry) => (last && last.content.from > entry.content.from ? last : entry),
    undefined,
  );
}
