import { exportCalendarYear, listCalendarPlaces, readCalendarYear } from "#contract/calendars.ts";
import type { CalendarDay, CalendarYear } from "#contract/calendars.ts";
import { type LocalEntry, decisionWords, entryOn } from "#domain/calendar/local-entry.ts";
import { type WorkCalendar, covers, dayStatus, sessionsOn } from "#domain/calendar/work-calendar.ts";
import { formatMinute, localTime } from "#domain/shared/instant.ts";
import { type PlainDate, addDays, formatDay, plainDate } from "#domain/shared/plain-date.ts";
import { type Result, done, refuse } from "#domain/shared/result.ts";
import { searchKey } from "#domain/shared/vietnamese-text.ts";
import { type Context, bind } from "../http/context.ts";
import { csvAnswer } from "../http/csv-answer.ts";
import { calendarOfPlace, layersOf, placesAbove } from "../units/calendars.ts";
import { type NamedPlace, calendarPlaces } from "./calendar-places.ts";
import { type StoredEntry, findEntries } from "./calendar-store.ts";

const PLACES_SHOWN = 40;

/** One's own places first, the space after them, then whatever the words find. */
export const listCalendarPlacesRoute = bind(listCalendarPlaces, async (context) => {
  const { actor, deps, reference, query, now } = context;
  const all = await calendarPlaces(deps.db, reference, localTime(now).day);
  const words = searchKey(query.q ?? "").trim();
  const here = all.filter(({ spaceId }) => spaceId === (actor.space?.id ?? null));
  // Whoever keeps the calendars of a space begins with that of all its places.
  const spaces = actor.roles.includes("administrator") ? [actor.space?.id ?? ""] : [];
  const own = new Set([...spaces, ...actor.places.map((id) => reference.heirOf(id))]);
  const found =
    words === ""
      ? [...here.filter(({ id }) => own.has(id)), ...here.filter(({ id }) => !own.has(id))]
      : here.filter(({ name }) => searchKey(name).includes(words));
  return done({
    places: found
      .slice(0, PLACES_SHOWN)
      .map(({ kind, id, name }) => ({ placeKind: kind, placeId: id, name })),
    more: Math.max(0, found.length - PLACES_SHOWN),
  });
});

export const readCalendarYearRoute = bind(readCalendarYear, (context) => yearOf(context));

export const exportCalendarYearRoute = bind(exportCalendarYear, async (context) => {
  const year = await yearOf(context);
  if (!year.ok) return year;
  const { name, days, entries } = year.value;
  const decided = new Map(entries.map(({ entryId, placeName }) => [entryId, placeName]));
  const rows = days.map((day) => [
    name,
    formatDay(plainDate(day.day)),
    day.openForIntake ? "x" : "",
    day.countsForDeadline ? "x" : "",
    day.openForIntake || day.countsForDeadline
      ? day.sessions.map((one) => `${formatMinute(one.fromMinute)}–${formatMinute(one.toMinute)}`).join(", ")
      : "",
    day.name ?? "",
    day.entryId === null ? "Lịch chung" : (decided.get(day.entryId) ?? ""),
    day.source,
    day.decided ? "" : "x",
  ]);
  return done(csvAnswer(`lich-lam-viec-${year.value.year}.csv`, TITLES, rows));
});

const TITLES = [
  "Lịch của",
  "Ngày",
  "Nhận hồ sơ",
  "Tính thời hạn",
  "Giờ làm việc",
  "Lý do",
  "Nơi quyết định",
  "Căn cứ",
  "Chưa có quyết định",
] as const;

type Asking = Pick<Context<typeof readCalendarYear>, "actor" | "deps" | "reference" | "query" | "now">;

async function yearOf(
  context: Asking,
): Promise<Result<CalendarYear, "not_found" | "calendar_not_published">> {
  const { deps, reference, query, now, actor } = context;
  const all = await calendarPlaces(deps.db, reference, localTime(now).day);
  const place = all.find(({ kind, id }) => kind === query.placeKind && id === query.placeId);
  if (!place) return refuse("not_found");
  const calendar = calendarOfPlace(reference, place);
  const year = Number(query.year);
  const first = plainDate(`${query.year}-01-01`);
  if (!covers(calendar, first)) return refuse("calendar_not_published", { year });
  const layers = layersOf(reference, place).flat();
  const stored = await findEntries(deps.db, [...placesAbove(reference, place), place]);
  const mayEdit = (spaceId: string | null) =>
    actor.roles.includes("administrator") && spaceId !== null && spaceId === actor.space?.id;
  return done({
    placeKind: place.kind,
    placeId: place.id,
    name: place.name,
    year,
    fromYear: calendar.fromYear,
    toYear: calendar.toYear,
    editable: mayEdit(place.spaceId),
    days: daysOfYear(first).map((day) => dayView(day, calendar, layers)),
    entries: stored.map((entry) => entryView(entry, all, mayEdit)),
  });
}

function daysOfYear(first: PlainDate): readonly PlainDate[] {
  const year = first.slice(0, 4);
  return Array.from({ length: 366 }, (_, index) => addDays(first, index)).filter((day) =>
    day.startsWith(year),
  );
}

function dayView(day: PlainDate, calendar: WorkCalendar, layers: readonly LocalEntry[]): CalendarDay {
  const { openForIntake, countsForDeadline, reason, decided, name } = dayStatus(day, calendar);
  return {
    day,
    openForIntake,
    countsForDeadline,
    reason,
    name: name ?? null,
    decided,
    sessions: [...sessionsOn(day, calendar)],
    ...whoseDay(day, calendar, layers),
  };
}

/** By whose decision a day is as it is. Hours that a place sets leave a national holiday what it is. */
function whoseDay(
  day: PlainDate,
  calendar: WorkCalendar,
  layers: readonly LocalEntry[],
): Pick<CalendarDay, "entryId" | "source" | "mark"> {
  const special = calendar.days.get(day);
  const entry = entryOn(day, layers);
  if (entry && (entry.content.kind === "days" || !special))
    return { entryId: entry.id, source: decisionWords(entry.decision), mark: "sourced" };
  if (special) return { entryId: null, source: special.source, mark: special.mark };
  return { entryId: null, source: calendar.hoursSource, mark: calendar.hoursMark };
}

function entryView(
  { id, spaceId, placeKind, placeId, content, decision, recordedBy, recordedAt, withdrawn }: StoredEntry,
  places: readonly NamedPlace[],
  mayEdit: (spaceId: string) => boolean,
): CalendarYear["entries"][number] {
  const place = places.find((one) => one.kind === placeKind && one.id === placeId);
  return {
    entryId: id,
    placeKind,
    placeId,
    placeName: place?.name ?? "",
    content: content as CalendarYear["entries"][number]["content"],
    decision: { ...decision },
    recordedBy,
    recordedAt,
    withdrawn: withdrawn && { ...withdrawn },
    editable: withdrawn === null && mayEdit(spaceId),
  };
}
