import { type BoardView, exportBoard, readBoard } from "#contract/board.ts";
import type { Overview } from "#contract/queue.ts";
import { type WorkCalendar, covers, dayStatus } from "#domain/calendar/work-calendar.ts";
import { type BoardCounts, dueByDay, grouped, workBoard } from "#domain/dossier/work-board.ts";
import type { Role } from "#domain/mandate/permission.ts";
import { localTime } from "#domain/shared/instant.ts";
import { type PlainDate, addDays, formatDay } from "#domain/shared/plain-date.ts";
import { type Result, done } from "#domain/shared/result.ts";
import { type Context, bind } from "../http/context.ts";
import { csvAnswer } from "../http/csv-answer.ts";
import { calendarOfAgency, calendarOfUnit } from "../units/calendars.ts";
import type { Reference } from "../units/reference.ts";
import { countPeople, countStepWork, countWork, namesOf } from "./board-store.ts";
import { STATUS_WORDS } from "./csv-words.ts";
import { questionOf } from "./work-lists.ts";

/** So many working days are looked ahead. */
const FORECAST_DAYS = 10;

/** Whose hands the work of an overview is in. */
const WORKERS: Readonly<Record<Overview, Role>> = { unit: "oneStopOfficer", agency: "caseOfficer" };

/** What is late and where it lies, and what the next days bring against the people there are. */
export const readBoardRoute = bind(readBoard, (context) => boardOf(context));

type Reading = Pick<Context<typeof readBoard>, "actor" | "reference" | "params" | "now" | "read">;

async function boardOf(context: Reading): Promise<Result<BoardView, "outside_jurisdiction">> {
  const { params, reference, now, read } = context;
  const question = questionOf(params.overview, {}, context);
  if (!question.ok) return question;
  const { day: today } = localTime(now);
  const days = workingDays(calendarAt(params.overview, question.value.places, reference), today);
  const found = await read(async (tx) => {
    const counts = await countWork(tx, question.value, now);
    const officers = counts.flatMap(({ officerId }) => officerId ?? []);
    return {
      counts,
      steps: await countStepWork(tx, question.value, now),
      names: await namesOf(tx, [...new Set(officers)]),
      people: await countPeople(tx, WORKERS[params.overview], question.value.places, days),
    };
  });
  const { total, statuses, officers, places } = workBoard(found.counts, today);
  return done({
    asOf: now,
    total,
    statuses: [...statuses],
    steps: grouped(found.steps, today, ({ step }) => step).map(({ of: { step }, ...counts }) => ({
      ...counts,
      name: step,
    })),
    officers: officers.map(({ officerId, ...counts }) => ({
      ...counts,
      accountId: officerId,
      name: officerId === null ? null : (found.names.get(officerId) ?? ""),
    })),
    places: places.map((place) => ({ ...place, name: placeName(place.placeId, reference) })),
    forecast: dueByDay(found.counts, days).map(({ day, due }) => ({
      day,
      due,
      people: found.people.get(day) ?? 0,
    })),
  });
}

/** The calendar of the place; where a person heads several, that of the first. */
function calendarAt(
  overview: Overview,
  places: readonly string[],
  reference: Reference,
): WorkCalendar | null {
  const [first] = places;
  if (first === undefined) return null;
  return (overview === "unit" ? calendarOfUnit : calendarOfAgency)(reference, first).calendar;
}

/** Today, if it is worked, and the working days after it, as far as the calendar was published. */
function workingDays(calendar: WorkCalendar | null, today: PlainDate): readonly PlainDate[] {
  const days: PlainDate[] = [];
  for (let day = today; days.length < FORECAST_DAYS; day = addDays(day, 1)) {
    if (calendar === null || !covers(calendar, day)) break;
    if (dayStatus(day, calendar).countsForDeadline) days.push(day);
  }
  return days;
}

function placeName(id: string, { units, agencies }: Reference): string {
  return units.get(id)?.name ?? agencies.get(id)?.name ?? "";
}

const COLUMNS = ["Nhóm", "Tên", "Quá hạn", "Hôm nay", "Tuần này", "Sau đó", "Tạm dừng"];

/** The same figures for a spreadsheet, and the forecast under them. */
export const exportBoardRoute = bind(exportBoard, async (context) => {
  const board = await boardOf(context);
  if (!board.ok) return board;
  const { total, statuses, steps, officers, places, forecast } = board.value;
  return done(
    csvAnswer(`bảng-điều-hành-${localTime(context.now).day}.csv`, COLUMNS, [
      ["Tất cả", "", ...cells(total)],
      ...statuses.map((row) => ["Khâu", STATUS_WORDS[row.status], ...cells(row)]),
      ...steps.map((row) => ["Bước", row.name, ...cells(row)]),
      ...officers.map((row) => ["Người", row.name ?? "Chưa ai nhận", ...cells(row)]),
      ...places.map((row) => ["Nơi", row.name, ...cells(row)]),
      ...forecast.map(({ day, due, people }) => [
        "Dự báo đến hạn",
        formatDay(day as PlainDate),
        `${due} hồ sơ, ${people} người`,
        "",
        "",
        "",
        "",
      ]),
    ]),
  );
});

function cells({ overdue, today, week, later, standing }: BoardCounts): readonly string[] {
  return [overdue, today, week, later, standing].map(String);
}
