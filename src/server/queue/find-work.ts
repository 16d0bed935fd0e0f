import { OVERVIEWS, type QueueRow, exportQueue, listQueue } from "#contract/queue.ts";
import { workedSince } from "#domain/calendar/walk-days.ts";
import { type Instant, formatMinute, instant, localTime } from "#domain/shared/instant.ts";
import { formatDay } from "#domain/shared/plain-date.ts";
import { done } from "#domain/shared/result.ts";
import type { Tx } from "../db/kysely.ts";
import { bind } from "../http/context.ts";
import { csvAnswer } from "../http/csv-answer.ts";
import { calendarOfAgency } from "../units/calendars.ts";
import { nameToday } from "../units/name-today.ts";
import type { Reference } from "../units/reference.ts";
import { STANDING_WORDS, STATUS_WORDS } from "./csv-words.ts";
import { type StoredLateness, findLateness } from "./lateness-store.ts";
import { type DeskQuestion, type StoredWork, findWork } from "./queue-store.ts";
import { questionOf } from "./work-lists.ts";

/** The open work of a desk or of an overview, a page at a time. */
export const listQueueRoute = bind(listQueue, async (context) => {
  const { params, query, reference, read } = context;
  const { after, ...filter } = query;
  const question = questionOf(params.desk, filter, context);
  if (!question.ok) return question;
  const explained = OVERVIEWS.some((overview) => overview === params.desk);
  const { dossiers, told, ...page } = await read(async (tx) => {
    const found = await findWork(tx, question.value, after);
    const late = explained ? found.dossiers.filter((row) => isLate(row, context.now)) : [];
    return {
      ...found,
      told: await findLateness(
        tx,
        late.map(({ dossierId }) => dossierId),
      ),
    };
  });
  return done({
    ...page,
    dossiers: dossiers.map((row) => ({
      ...rowView(row, reference),
      lateness: latenessOf(told.get(row.dossierId), context.now, reference),
    })),
  });
});

function isLate({ dueAt, standing }: StoredWork, now: Instant): boolean {
  return standing === null && dueAt !== null && dueAt < now;
}

function latenessOf(told: StoredLateness | undefined, now: Instant, reference: Reference) {
  if (told === undefined) return null;
  const { dossierId: _id, agencyId, asked, ...facts } = told;
  const { calendar } = calendarOfAgency(reference, agencyId);
  return {
    ...facts,
    idleDays: calendar && workedSince(localTime(told.movedAt).day, localTime(now).day, calendar),
    asked: asked.map((id) => reference.agencies.get(id)?.name ?? ""),
  };
}

function rowView(
  { unitId, collectionUnitId, ...row }: StoredWork,
  reference: Reference,
): Omit<QueueRow, "lateness"> {
  const collectAt =
    collectionUnitId && (reference.units.get(reference.heirOf(collectionUnitId))?.name ?? null);
  const fieldName = reference.fieldNames.get(row.fieldCode) ?? row.fieldCode;
  return { ...row, fieldName, collectAt, unitNow: nameToday(unitId, reference) };
}

/** More than a desk can have on its table; a spreadsheet is no archive. */
const EXPORTED_ROWS_MAX = 5000;
const EXPORTED_AT_ONCE = 1000;

const COLUMNS = [
  "Mã hồ sơ",
  "Mã thủ tục",
  "Tên thủ tục",
  "Người đề nghị",
  "Trạng thái",
  "Ngày nhận",
  "Hẹn trả",
  "Thời hạn tạm dừng",
  "Người đang giải quyết",
  "Nơi tiếp nhận",
];

/** The same list, whole, for a spreadsheet. */
export const exportQueueRoute = bind(exportQueue, async (context) => {
  const { params, query, now, read } = context;
  const question = questionOf(params.desk, query, context);
  if (!question.ok) return question;
  const rows = await read((tx) => allWork(tx, question.value));
  return done(csvAnswer(`hồ-sơ-đang-chờ-${localTime(now).day}.csv`, COLUMNS, rows.map(cells)));
});

async function allWork(tx: Tx, question: DeskQuestion): Promise<readonly StoredWork[]> {
  const all: StoredWork[] = [];
  for (let after: string | null | undefined; after !== null && all.length < EXPORTED_ROWS_MAX; ) {
    const page = await findWork(tx, question, after, EXPORTED_AT_ONCE);
    all.push(...page.dossiers);
    after = page.next;
  }
  return all.slice(0, EXPORTED_ROWS_MAX);
}

function cells(row: StoredWork): readonly string[] {
  return [
    row.code,
    row.procedureCode,
    row.procedureName,
    row.applicantName,
    STATUS_WORDS[row.status],
    wallMoment(row.receivedAt),
    row.dueAt === null || row.standing !== null ? "" : wallMoment(row.dueAt),
    row.standing === null
      ? ""
      : `${STANDING_WORDS[row.standing.reason]}, từ ${wallMoment(row.standing.since)}`,
    row.caseOfficer ?? "",
    row.unitName,
  ];
}

/** @example wallMoment("2026-11-23T10:00:00.000Z") → "17:00 23/11/2026" */
function wallMoment(at: string): string {
  const { day, minute } = localTime(instant(at));
  return `${formatMinute(minute)} ${formatDay(day)}`;
}
