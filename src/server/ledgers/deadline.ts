import type { ClockStop } from "#domain/calendar/clock-stop.ts";
import type { DueDate, DueDateExplanation, Extension } from "#domain/calendar/due-date.ts";
import type { TimeLimit } from "#domain/calendar/time-limit.ts";
import { type WorkCalendar, covers, dayStatus } from "#domain/calendar/work-calendar.ts";
import {
  type DeadlineClock,
  type TimedEvent,
  deadlineClock,
  legalDueDate,
  promiseAfterStop,
  statisticalDueDate,
} from "#domain/dossier/deadline-clock.ts";
import type { DossierEventType } from "#domain/dossier/dossier-event.ts";
import { type Instant, instant, localTime } from "#domain/shared/instant.ts";
import { type Result, done, invariant, refuse } from "#domain/shared/result.ts";
import { sql } from "kysely";
import type { Tx } from "../db/kysely.ts";
import { type CalendarFacts, calendarOfAgency } from "../units/calendars.ts";
import type { Reference } from "../units/reference.ts";
import type { NewDate } from "./dossier-ledger.ts";
import type { DossierRecord } from "./load-dossier.ts";

/** The calendar by which the dates of a dossier are counted: that of the agency that decides it. */
export function calendarOf(
  reference: Reference,
  dossier: Pick<DossierRecord, "deciding_agency_id">,
): CalendarFacts {
  return calendarOfAgency(reference, dossier.deciding_agency_id);
}

/** The clock of a dossier as its events set it, and what they promised. */
interface Past {
  readonly clock: DeadlineClock | undefined;
  /** The date that held when the clock last stood still, or holds now. */
  readonly promised: Instant | null;
}

const STOPPED_BY: readonly string[] = ["dossier.supplementAsked", "dossier.dutyImposed"];

async function loadPast(tx: Tx, dossierId: string, next: TimedEvent): Promise<Past> {
  const rows = await tx
    .selectFrom("dossier_event")
    .select(["type", "occurred_at", sql<string | null>`payload ->> 'dueAt'`.as("dueAt")])
    .where("dossier_id", "=", dossierId)
    .orderBy("seq")
    .execute();
  const past = rows.map((row) => ({ type: row.type as DossierEventType, at: instant(row.occurred_at) }));
  const stopped = rows.findLastIndex(({ type }) => STOPPED_BY.includes(type));
  // A supplement that was handed back gave a date that never held.
  const held = rows.filter(({ type }, at) => at < stopped || type !== "dossier.supplementTakenIn");
  const dueAt = held.findLast((row) => row.dueAt !== null)?.dueAt;
  return { clock: deadlineClock([...past, next]), promised: dueAt ? instant(dueAt) : null };
}

/** The limit that the dossier was promised: that of the version and case it came in under. */
export function limitOf(dossier: Pick<DossierRecord, "due_explanation">): TimeLimit | undefined {
  return (dossier.due_explanation as DueDateExplanation | null)?.limit;
}

/**
 * The date that the law gives once what is about to be written has happened: counted by the limit, the case and the
 * calendar that the dossier came in under. A date that was extended, or came from another system without a limit, is
 * moved on by what stopped it; of an extended and a counted one the later holds.
 *
 * @rule DEADLINE-02
 */
export async function dueAfter(
  tx: Tx,
  reference: Reference,
  dossier: DossierRecord,
  next: TimedEvent,
): Promise<Result<NewDate, "calendar_not_published" | "limit_not_published">> {
  const past = await loadPast(tx, dossier.id, next);
  const { clock } = past;
  invariant(clock, "a dossier whose date is counted was received");
  const facts = calendarOf(reference, dossier);
  const limit = limitOf(dossier);
  const counted = limit && legalDueDate(clock, { ...facts, limit });
  const isAnew = next.type === "dossier.reopened";
  const figures = limit ? statisticalOf(clock, { ...facts, limit }) : {};
  if (counted && !counted.ok) return counted;
  if (counted && (isAnew || !dossier.extended)) return done({ ...counted.value, ...figures });
  const promised = isAnew ? null : past.promised;
  if (promised === null) return refuse("limit_not_published");
  const later = laterOfBoth(
    promised,
    clock.stops.at(-1),
    facts.calendar,
    counted?.value,
    extensionOf(dossier),
  );
  return later.ok ? done({ ...later.value, ...figures }) : later;
}

/** The date that the figures compare with; nothing while the clock stands or the calendar ends before it. */
function statisticalOf(
  clock: DeadlineClock,
  facts: CalendarFacts & { readonly limit: TimeLimit },
): Pick<NewDate, "statisticalDueAt"> {
  const told = statisticalDueDate(clock, facts);
  return told.ok ? { statisticalDueAt: told.value.dueAt } : {};
}

function extensionOf({ due_explanation: explanation }: DossierRecord): Extension | undefined {
  return (explanation as DueDateExplanation | null)?.extension;
}

function laterOfBoth(
  promised: Instant,
  stop: ClockStop | undefined,
  calendar: WorkCalendar,
  counted: DueDate | undefined,
  extension: Extension | undefined,
): Result<NewDate, "calendar_not_published"> {
  const moved = promiseAfterStop(promised, stop, calendar);
  if (!moved.ok) return moved;
  if (counted && counted.dueAt >= moved.value) return done(counted);
  return done(extendedDue(moved.value, calendar, counted?.explanation ?? null, extension));
}

/**
 * A date that was set and not counted, with the count that it takes the place of. Of what made the counted date
 * provisional nothing is left: only an undecided due day does.
 *
 * @rule DEADLINE-04
 */
export function extendedDue(
  dueAt: Instant,
  calendar: WorkCalendar,
  counted: DueDateExplanation | null,
  extension: Extension | undefined,
): NewDate {
  const { day } = localTime(dueAt);
  const provisional = covers(calendar, day) && !dayStatus(day, calendar).decided;
  const provisionalBecause = provisional ? [day] : [];
  const set = { extendedTo: dueAt, ...(extension && { extension }), provisionalBecause };
  return { dueAt, provisional, explanation: counted && { ...counted, ...set } };
}
