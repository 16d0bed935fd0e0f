import { OVERVIEWS, type QueueRow, type WorkList, exportQueue, listQueue } from "#contract/queue.ts";
import { workedSince } from "#domain/calendar/walk-days.ts";
import { type Instant, formatMinute, instant, localTime } from "#domain/shared/instant.ts";
import { formatDay } from "#domain/shared/plain-date.ts";
import { done } from "#domain/shared/result.ts";
import type { Planning, Tx } from "../db/kysely.ts";
import { type Context, bind } from "../http/context.ts";
import { csvAnswer } from "../http/csv-answer.ts";
import { findShelves } from "../ledgers/shelves.ts";
import { calendarOfAgency } from "../units/calendars.ts";
import { nameToday } from "../units/name-today.ts";
import type { Reference } from "../units/reference.ts";
import { STANDING_WORDS, STATUS_WORDS, latenessCell } from "./csv-words.ts";
import { type StoredLateness, findLateness } from "./lateness-store.ts";
import { type DeskQuestion, type StoredWork, findWork } from "./queue-store.ts";
import { questionOf } from "./work-lists.ts";

/** The list has one text, and one good plan of it: the index of its place and status, in the order of the list. */
const PLANNED_ONCE: Planning = { once: true };

/** The open work of a desk or of an overview, a page at a time. */
export const listQueueRoute = bind(listQueue, async (context) => {
  const { params, query, reference, read } = context;
  const { after, ...filter } = query;
  const question = questionOf(params.desk, filter, context);
  if (!question.ok) return question;
  const { dossiers, told, shelves, ...page } = await read(async (tx) => {
    const found = await findWork(tx, question.value, after);
    return {
      ...found,
      told: await toldOf(tx, found.dossiers, context),
      shelves: await shelvesOf(tx, found.dossiers, context),
    };
  }, PLANNED_ONCE);
  return done({
    ...page,
    dossiers: dossiers.map((row) => ({
      ...rowView(row, reference),
      shelf: shelves.get(row.dossierId) ?? null,
      lateness: latenessOf(told.get(row.dossierId), context.now, reference),
    })),
  });
});

type Asked = Pick<Context<typeof listQueue>, "params" | "now">;

/** What the ledger tells of the late ones among rows of an overview; of a desk's nothing. */
async function toldOf(tx: Tx, rows: readonly StoredWork[], { params, now }: Asked) {
  const explained = isExplained(params.desk);
  const late = explained ? rows.filter((row) => isLate(row, now)) : [];
  return findLateness(
    tx,
    late.map(({ dossierId }) => dossierId),
  );
}

/** Who gives a result out goes to its shelf; of every other list nobody asks. */
function shelvesOf(tx: Tx, rows: readonly StoredWork[], { params }: Pick<Asked, "params">) {
  const ids = params.desk === "returning" ? rows.map(({ dossierId }) => dossierId) : [];
  return findShelves(tx, ids);
}

/** Only the lists behind a board say why a dossier is late. */
function isExplained(list: WorkList): boolean {
  return OVERVIEWS.some((overview) => overview === list);
}

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
): Omit<QueueRow, "shelf" | "lateness"> {
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
/** The last column of a board's list. */
const WHY_LATE = "Vì sao chậm";

/** The same list, whole, for a spreadsheet. */
export const exportQueueRoute = bind(exportQueue, async (context) => {
  const { params, query, now, read, reference } = context;
  const question = questionOf(params.desk, query, context);
  if (!question.ok) return question;
  const { rows, told } = await read((tx) => allWork(tx, question.value, context), PLANNED_ONCE);
  const explained = isExplained(params.desk);
  const why = (row: StoredWork) =>
    latenessCell(latenessOf(told.get(row.dossierId), now, reference), wallMoment);
  return done(
    csvAnswer(
      `hồ-sơ-đang-chờ-${localTime(now).day}.csv`,
      explained ? [...COLUMNS, WHY_LATE] : COLUMNS,
      rows.map((row) => (explained ? [...cells(row), why(row)] : cells(row))),
    ),
  );
});

async function allWork(tx: Tx, question: DeskQuestion, asked: Asked) {
  const rows: StoredWork[] = [];
  const told = new Map<string, StoredLateness>();
  for (let after: string | null | undefined; after !== null && rows.length < EXPORTED_ROWS_MAX; ) {
    const page = await findWork(tx, question, after, EXPORTED_AT_ONCE);
    rows.push(...page.dossiers);
    for (const [id, one] of await toldOf(tx, page.dossiers, asked)) told.set(id, one);
    after = page.next;
  }
  return { rows: rows.slice(0, EXPORTED_ROWS_MAX), told };
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
