import type { ChangedDay } from "#domain/calendar/changed-days.ts";
import type { DueDateExplanation } from "#domain/calendar/due-date.ts";
import {
  DATED_STATUSES,
  type DateCheck,
  type KeptBecause,
  calendarChangeWords,
  checkDueDate,
} from "#domain/dossier/check-due-date.ts";
import type { TimedEvent } from "#domain/dossier/deadline-clock.ts";
import { type DossierEventType, dossierEvent } from "#domain/dossier/dossier-event.ts";
import type { AccountId } from "#domain/shared/id.ts";
import { type Instant, instant } from "#domain/shared/instant.ts";
import { invariant } from "#domain/shared/result.ts";
import { sql } from "kysely";
import type { Space, Tx } from "../db/kysely.ts";
import type { Reference } from "../units/reference.ts";
import { calendarOf } from "./deadline.ts";
import { appendEvent, stateOfRow } from "./dossier-ledger.ts";
import { placesOfSpace } from "./in-hand.ts";
import type { DossierRecord } from "./load-dossier.ts";
import { recountSteps } from "./step-ledger.ts";

/** Where dates are counted anew: all open dossiers of a space. */
export interface DateWhere {
  readonly reference: Reference;
  readonly space: Space;
}

/** How far a walk over the open dossiers has come. */
export interface DatePlace {
  /** The agency that the next ones begin with, in the order of ids. */
  readonly agencyId: string;
  /** The last dossier that was looked at. */
  readonly dossierId: string;
}

export interface DatePage {
  /** Null at the beginning. */
  readonly after: DatePlace | null;
  readonly rows: number;
}

/** A dossier whose date is another now, or stays although it could be. Nothing personal. */
export interface CheckedDate {
  readonly dossierId: string;
  readonly code: string;
  readonly procedureCode: string;
  readonly unitId: string;
  readonly agencyId: string;
  readonly from: Instant;
  readonly outcome: "moves" | "settles" | "kept";
  /** The new date; of one that settles the same one, of one that is kept null. */
  readonly to: Instant | null;
  readonly provisional: boolean;
  readonly because: readonly ChangedDay[];
  readonly keptBecause: KeptBecause | null;
}

export interface DateBatch {
  /** How many dossiers were looked at. */
  readonly looked: number;
  /** Those of which there is something to say. */
  readonly dates: readonly CheckedDate[];
  /** Where the next page begins; null when there is none. */
  readonly next: DatePlace | null;
}

/** Who moves dates, and by which rule. */
export interface DateMover {
  readonly actorId: AccountId;
  readonly requestId: string;
  readonly now: Instant;
  /** The mandate epoch that the act is decided under. */
  readonly mandateEpoch: number;
}

/** How many dossiers of a space have a date that somebody waits for. */
export async function countOpenDates(tx: Tx, where: DateWhere): Promise<number> {
  let sum = 0;
  for (const agencies of chunksFrom(where, null)) {
    sum += await atAgencies(tx, agencies, async () => {
      const { rows } = await sql<{ count: number }>`
        select count(*)::integer as count from dossier where ${openOf(agencies)}`.execute(tx);
      return rows[0]?.count ?? 0;
    });
  }
  return sum;
}

/** What the calendars of today say of the next dates of a walk; writes nothing. */
export function checkDates(tx: Tx, where: DateWhere, page: DatePage): Promise<DateBatch> {
  return walk(tx, where, page, false, async () => undefined);
}

/**
 * Moves the next dates of a walk, within this transaction, each with an event that names the decisions behind it. Done
 * again it finds them moved, so that a run that was interrupted is begun anew and no dossier moves twice. A date that only
 * is no more provisional, or is so now, keeps its day: that is noted without an event. The dates of open steps are
 * counted anew with it, those of dossiers too whose own date stays.
 *
 * @rule DEADLINE-04
 * @throws MandatesMoved when the mandate epoch is another one: nothing of the page was written
 */
export function moveDates(tx: Tx, where: DateWhere, page: DatePage, by: DateMover): Promise<DateBatch> {
  return walk(tx, where, page, true, async (checked) => {
    for (const { dossier, check } of checked) {
      if (check.kind === "moves") await moveDate(tx, dossier, check, by);
    }
    await recountSteps(tx, where.reference, checked);
    await settleDates(tx, checked);
  });
}

/** As many agencies are asked for by one statement: the row policies then look at few places. */
const AGENCIES_AT_ONCE = 20;

/** The agencies of the space in the order of their ids, from one on, in handfuls. */
function chunksFrom({ reference, space }: DateWhere, from: string | null): readonly (readonly string[])[] {
  const ids = placesOfSpace(reference, space)
    .agencyIds.filter((id) => from === null || id >= from)
    .toSorted();
  return Array.from({ length: Math.ceil(ids.length / AGENCIES_AT_ONCE) }, (_, index) =>
    ids.slice(index * AGENCIES_AT_ONCE, (index + 1) * AGENCIES_AT_ONCE),
  );
}

/** Goes through the agencies until the page is full; a handful of agencies is gone through in the order of its dossiers. */
async function walk(
  tx: Tx,
  where: DateWhere,
  { after, rows }: DatePage,
  hold: boolean,
  write: (checked: readonly Checked[]) => Promise<void>,
): Promise<DateBatch> {
  const dates: CheckedDate[] = [];
  let looked = 0;
  let from = after?.dossierId ?? NIL;
  for (const agencies of chunksFrom(where, after?.agencyId ?? null)) {
    const left = rows - looked;
    const checked = await atAgencies(tx, agencies, async () => {
      const found = await loadChecked(tx, where, { agencies, from, rows: left }, hold);
      await write(found);
      return found;
    });
    looked += checked.length;
    dates.push(...checked.flatMap(checkedDate));
    const last = checked.at(-1);
    if (checked.length === left && last)
      return { looked, dates, next: { agencyId: agencies[0] ?? "", dossierId: last.dossier.id } };
    from = NIL;
  }
  return { looked, dates, next: null };
}

/** Runs with the row policies opened for these agencies, and closes them again. */
async function atAgencies<T>(tx: Tx, agencies: readonly string[], run: () => Promise<T>): Promise<T> {
  const { rows } = await sql<{
    scope: string;
  }>`select coalesce(current_setting('motcua.scope', true), '') as scope,
    set_config('motcua.scope', ${`{${agencies.join(",")}}`}, true)`.execute(tx);
  const result = await run();
  await sql`select set_config('motcua.scope', ${rows[0]?.scope ?? ""}, true)`.execute(tx);
  return result;
}

interface Checked {
  readonly dossier: DossierRecord;
  readonly events: readonly TimedEvent[];
  readonly check: DateCheck;
}

function openOf(agencies: readonly string[]) {
  return sql`deciding_agency_id = any (${[...agencies]}::uuid[]) and business_status <> 'returned'
    and business_status = any (${[...DATED_STATUSES]}::text[]) and due_at is not null`;
}

interface Handful {
  readonly agencies: readonly string[];
  readonly from: string;
  readonly rows: number;
}

/** Two statements a handful, whatever its size. The open ones are found by their index, not in the order of all dossiers. */
async function loadChecked(
  tx: Tx,
  where: DateWhere,
  { agencies, from, rows: limit }: Handful,
  hold: boolean,
): Promise<readonly Checked[]> {
  const { rows } = await sql<DossierRecord>`
    with open as materialized (select id from dossier where ${openOf(agencies)})
    select * from dossier
    where id in (select id from open where id > ${from}::uuid order by id limit ${limit})
    order by id ${hold ? sql`for no key update` : sql``}`.execute(tx);
  const events = await loadEvents(
    tx,
    rows.map(({ id }) => id),
  );
  return rows.map((dossier) => {
    const own = events.get(dossier.id) ?? [];
    return { dossier, events: own, check: checkOf(dossier, own, where) };
  });
}

/** Whoever was waited for may have ended the dossier meanwhile: then there is no date to look at any more. */
function checkOf(dossier: DossierRecord, events: readonly TimedEvent[], where: DateWhere): DateCheck {
  const isOpen = DATED_STATUSES.some((status) => status === dossier.business_status);
  if (!isOpen || dossier.due_at === null) return { kind: "same" };
  const promised = {
    dueAt: instant(dossier.due_at),
    provisional: dossier.due_provisional,
    explanation: dossier.due_explanation as DueDateExplanation | null,
    extended: dossier.extended,
    events,
  };
  return checkDueDate(promised, calendarOf(where.reference, dossier));
}

const NIL = "00000000-0000-0000-0000-000000000000";

async function loadEvents(
  tx: Tx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly TimedEvent[]>> {
  const { rows } = await sql<{ dossier_id: string; type: DossierEventType; occurred_at: string }>`
    select dossier_id, type, occurred_at from dossier_event
    where dossier_id = any (${[...ids]}::uuid[]) order by dossier_id, seq`.execute(tx);
  const found = new Map<string, TimedEvent[]>();
  for (const { dossier_id: id, type, occurred_at: at } of rows) {
    const own = found.get(id);
    const event = { type, at: instant(at) };
    if (own) own.push(event);
    else found.set(id, [event]);
  }
  return found;
}

function checkedDate({ dossier, check }: Checked): readonly CheckedDate[] {
  const date = {
    dossierId: dossier.id,
    code: dossier.code,
    procedureCode: dossier.procedure_code,
    unitId: dossier.received_at_unit_id,
    agencyId: dossier.deciding_agency_id,
    from: instant(dossier.due_at ?? ""),
  };
  switch (check.kind) {
    case "same":
      return [];
    case "kept": {
      const { due_provisional: provisional } = dossier;
      const kept = {
        outcome: "kept",
        to: null,
        provisional,
        because: [],
        keptBecause: check.because,
      } as const;
      // What was extended or stands still is right as it is; only what nobody can count is worth a word.
      return check.because === "calendarMissing" ? [{ ...date, ...kept }] : [];
    }
    case "settles":
    case "moves": {
      const { dueAt: to, provisional, explanation } = check.due;
      const because = check.kind === "moves" ? (explanation.moved?.because ?? []) : [];
      return [{ ...date, outcome: check.kind, to, provisional, because, keptBecause: null }];
    }
  }
}

/** By the rule and not by anybody's discretion: whoever had it done is the actor. */
async function moveDate(
  tx: Tx,
  dossier: DossierRecord,
  { due, statisticalDueAt }: Extract<DateCheck, { kind: "moves" }>,
  { actorId, requestId, now, mandateEpoch }: DateMover,
): Promise<void> {
  const act = {
    dossierId: dossier.id,
    basis: { kind: "rule", id: "DEADLINE-04" },
    actorId,
    counterId: null,
    requestId,
    occurredAt: now,
    recordedAt: now,
    scope: dossier.scope,
    mandateEpoch,
  } as const;
  const event = dossierEvent("dossier.dueDateMoved", {
    dueAt: due.dueAt,
    calendarChange: calendarChangeWords(due),
  });
  const moved = await appendEvent(
    tx,
    act,
    stateOfRow(dossier),
    event,
    {},
    {
      ...due,
      ...(statisticalDueAt && { statisticalDueAt }),
    },
  );
  invariant(moved.ok, "a dossier that is held does not change");
}

async function settleDates(tx: Tx, checked: readonly Checked[]): Promise<void> {
  const settled = checked.flatMap(({ dossier, check }) =>
    check.kind === "settles" ? [{ id: dossier.id, due: check.due }] : [],
  );
  if (settled.length === 0) return;
  await sql`update dossier set due_provisional = settled.provisional, due_explanation = settled.explanation::jsonb
    from unnest(${settled.map(({ id }) => id)}::uuid[], ${settled.map(({ due }) => due.provisional)}::boolean[],
      ${settled.map(({ due }) => JSON.stringify(due.explanation))}::text[]) as settled (id, provisional, explanation)
    where dossier.id = settled.id`.execute(tx);
}
