import type { DecisionView, MandateRow } from "#contract/mandates.ts";
import type { DossierEventType } from "#domain/dossier/dossier-event.ts";
import type { MandateStatus } from "#domain/mandate/mandate-life.ts";
import type { ComparedMandate } from "#domain/mandate/compare-mandates.ts";
import { outsidePhase } from "#domain/programme/outside-phase.ts";
import { type PlainDate, plainDate } from "#domain/shared/plain-date.ts";
import { type AccountId, asId } from "#domain/shared/id.ts";
import type { Instant } from "#domain/shared/instant.ts";
import type { Lineage } from "#domain/unit/succession.ts";
import { sql } from "kysely";
import type { Tx } from "../db/kysely.ts";
import { CURSOR_ID, CURSOR_MOMENT, CURSOR_SEQ, PAGE_ROWS, packCursor, unpackCursor } from "../http/cursor.ts";
import { decisionView } from "../ledgers/decision-view.ts";
import { inForceOn } from "../ledgers/in-force-on.ts";
import { nameToday } from "../units/name-today.ts";
import type { Reference } from "../units/reference.ts";

/** The decision of the alias `d`, as a screen shows it. */
const DECISION = decisionView("d");

/** A procedure is called what its newest version that stands calls it. */
const procedures = (column: string) => sql`(
  select coalesce(jsonb_agg(jsonb_build_object('id', code, 'name', coalesce(v.name, code)) order by code), '[]')
  from unnest(${sql.ref(column)}) as named(code)
  left join lateral (
    select name from nation.procedure_version
    where procedure_version.code = named.code and withdrawn_at is null
    order by valid_from desc limit 1) as v on true)`;

const ROW = sql`
  m.id, m.version, m.status, m.tasks, m.autonomy, m.valid_from as "validFrom", m.valid_to as "validTo",
  m.conditions, ${DECISION} as decision,
  case when m.status = 'ended' then (
    select (max(e.recorded_at) at time zone 'Asia/Ho_Chi_Minh')::date from mandate_event e
    where e.mandate_id = m.id and e.type = 'mandate.ended') end as "endedOn",
  case when ph.id is not null then jsonb_build_object('id', ph.id, 'label', ph.label, 'programmeId', pg.id,
    'programme', pg.title, 'validFrom', ph.valid_from, 'validTo', ph.valid_to) end as phase,
  jsonb_build_object('id', m.unit_id, 'name', u.name) as unit,
  jsonb_build_object('id', m.post_office_id, 'name', o.name) as "postOffice",
  (select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'name', p.name || ' – ' || c.label) order by p.name collate "vi-x-icu", c.label), '[]')
   from nation.counter c join nation.reception_point p on p.id = c.reception_point_id
   where c.id = any (m.counter_ids)) as counters,
  (select coalesce(jsonb_agg(jsonb_build_object('id', f.code, 'name', f.name) order by f.name collate "vi-x-icu"), '[]')
   from nation.field f where f.code = any (m.field_codes)) as fields,
  ${procedures("m.procedure_codes")} as procedures,
  ${procedures("m.except_procedure_codes")} as exceptions`;

const FROM = sql`
  from mandate m
  join nation.one_stop_unit u on u.id = m.unit_id
  join nation.post_office o on o.id = m.post_office_id
  left join mandate_decision d on d.id = m.decision_id
  left join phase ph on ph.id = m.phase_id
  left join programme pg on pg.id = ph.programme_id`;

/** A row as the database gives it: the phase with its days, by which it is judged. */
type StoredRow = Omit<MandateRow, "phase" | "unitToday"> & {
  readonly phase: (Omit<NonNullable<MandateRow["phase"]>, "outside"> & StoredPeriod) | null;
};
interface StoredPeriod {
  readonly validFrom: PlainDate;
  readonly validTo: PlainDate | null;
}

function mandateRow({ phase, ...stored }: StoredRow, reference: Reference): MandateRow {
  const row = { ...stored, unitToday: nameToday(stored.unit.id, reference) };
  if (phase === null) return { ...row, phase };
  const { validFrom, validTo, ...named } = phase;
  const mandate = {
    validFrom: plainDate(row.validFrom),
    validTo: row.validTo === null ? null : plainDate(row.validTo),
  };
  return { ...row, phase: { ...named, outside: outsidePhase(mandate, { validFrom, validTo }) } };
}

export interface MandateFilter {
  /** The unit with those that it goes on for. */
  readonly unitIds: readonly string[] | undefined;
  readonly status: MandateStatus | undefined;
  readonly asOf: PlainDate | undefined;
  readonly phaseId: string | undefined;
  /** Units of which everything is shown; of others what was decided. Undefined: everything of all. */
  readonly wholeOf: readonly string[] | undefined;
  readonly after: string | undefined;
}

/** A page of mandates, the newest first: keys grow with time. */
export async function findMandates(
  tx: Tx,
  reference: Reference,
  { unitIds, status, asOf, phaseId, wholeOf, after }: MandateFilter,
): Promise<{ mandates: MandateRow[]; next: string | null }> {
  const [id] = unpackCursor(after, [CURSOR_ID]) ?? [];
  const conditions = [
    sql`true`,
    ...(id === undefined ? [] : [sql`m.id < ${id}::uuid`]),
    ...(unitIds === undefined ? [] : [sql`m.unit_id = any (${[...unitIds]}::uuid[])`]),
    ...(status === undefined ? [] : [sql`m.status = ${status}`]),
    ...(phaseId === undefined ? [] : [sql`m.phase_id = ${phaseId}::uuid`]),
    ...(asOf === undefined ? [] : [inForceOn(asOf)]),
    ...(wholeOf === undefined
      ? []
      : [sql`(m.decision_id is not null or m.unit_id = any (${[...wholeOf]}::uuid[]))`]),
  ];
  const { rows } = await sql<StoredRow>`select ${ROW} ${FROM} where ${sql.join(conditions, sql` and `)}
    order by m.id desc limit ${PAGE_ROWS + 1}`.execute(tx);
  const mandates = rows.slice(0, PAGE_ROWS).map((row) => mandateRow(row, reference));
  const last = mandates.at(-1);
  return { mandates, next: rows.length > PAGE_ROWS && last ? packCursor([last.id]) : null };
}

export interface StoredMandate {
  readonly row: MandateRow;
  readonly draftedBy: readonly AccountId[];
}

export async function loadMandate(
  tx: Tx,
  reference: Reference,
  id: string,
): Promise<StoredMandate | undefined> {
  const { rows } = await sql<StoredRow & { draftedBy: AccountId[] }>`
    select ${ROW}, m.drafted_by as "draftedBy" ${FROM} where m.id = ${id}::uuid`.execute(tx);
  const [found] = rows;
  if (!found) return undefined;
  const { draftedBy, ...row } = found;
  return { row: mandateRow(row, reference), draftedBy };
}

/** The life of a mandate, the first event first. */
export async function loadHistory(tx: Tx, id: string) {
  const { rows } = await sql<{
    type: string;
    at: string;
    by: string;
    decision: DecisionView | null;
    reason: string;
  }>`
    select e.type, e.recorded_at as at, coalesce(a.full_name, '') as by, ${DECISION} as decision,
      coalesce(e.payload->>'reason', '') as reason
    from mandate_event e
    left join nation.account a on a.id = e.actor_id
    left join mandate_decision d on d.id::text = e.payload->>'decisionId'
    where e.mandate_id = ${id}::uuid order by e.seq`.execute(tx);
  return rows;
}

/**
 * The mandates of a unit, with those of the units that it goes on for, in some statuses, and one more whatever its
 * status; all as mandates of the unit of today.
 */
export async function loadComparedMandates(
  tx: Tx,
  { heirOf, lineOf }: Lineage,
  unitId: string,
  statuses: readonly MandateStatus[],
  besides: string,
): Promise<readonly ComparedMandate[]> {
  const home = heirOf(unitId);
  const { rows } = await sql<ComparedMandate>`
    select id, ${home} as "unitId", post_office_id as "postOfficeId", counter_ids as "counterIds", tasks,
      field_codes as "fieldCodes", procedure_codes as "procedureCodes",
      except_procedure_codes as "exceptProcedureCodes", autonomy, valid_from as "validFrom", valid_to as "validTo"
    from mandate where unit_id = any (${[...lineOf(home)]}::uuid[]) and (status = any (${[...statuses]}::text[]) or id = ${besides}::uuid)
    order by id`.execute(tx);
  return rows.map((row) => ({ ...row, counterIds: row.counterIds.map((id) => asId(heirOf(id))) }));
}

/** How many acts of the dossier ledger rest on a mandate, wherever they were done. */
export async function countActsUnder(tx: Tx, mandateId: string): Promise<number> {
  const { rows } = await sql<{
    acts: number;
  }>`select count_acts_under(${mandateId})::integer as acts`.execute(tx);
  return rows[0]?.acts ?? 0;
}

/** A page of the acts that rest on a mandate, the newest first. */
export async function findActsUnder(tx: Tx, mandateId: string, after: string | undefined) {
  const [at = null, id = null, seq = null] = unpackCursor(after, ACT_CURSOR) ?? [];
  const { rows } = await sql<{
    dossierId: string;
    seq: number;
    code: string;
    type: string;
    at: string;
    by: string;
  }>`
    select e.dossier_id as "dossierId", e.seq, e.code, e.type, e.at, coalesce(a.full_name, '') as by
    from list_acts_under(${mandateId}, ${at}::timestamptz, ${id}::uuid, ${seq}::integer, ${PAGE_ROWS + 1}) e
    left join nation.account a on a.id = e.actor_id
    order by e.at desc, e.dossier_id desc, e.seq desc`.execute(tx);
  const acts = rows.slice(0, PAGE_ROWS);
  const last = acts.at(-1);
  const next =
    rows.length > PAGE_ROWS && last ? packCursor([last.at, last.dossierId, String(last.seq)]) : null;
  return { acts: acts.map(({ seq: _seq, ...act }) => act), next };
}

const ACT_CURSOR = [CURSOR_MOMENT, CURSOR_ID, CURSOR_SEQ];

/** True for a phase of a programme that stands. */
export async function isPhase(tx: Tx, id: string): Promise<boolean> {
  const found = await tx
    .selectFrom("phase")
    .select("id")
    .where("id", "=", id)
    .where("removed_at", "is", null)
    .executeTakeFirst();
  return found !== undefined;
}

/** Every act that rests on a mandate, the newest first: the whole list, for whoever goes through it. */
export async function findAllActsUnder(tx: Tx, mandateId: string) {
  const { rows } = await sql<{
    code: string;
    type: DossierEventType;
    at: Instant;
    by: string;
    seq: number;
  }>`
    select e.code, e.type, e.at, e.seq, coalesce(a.full_name, '') as by
    from list_acts_under(${mandateId}, null, null, null, null) e
    left join nation.account a on a.id = e.actor_id
    order by e.at desc, e.dossier_id desc, e.seq desc`.execute(tx);
  return rows;
}
