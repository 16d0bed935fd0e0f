import type { AgreementView, PhaseView, ProgrammeRow } from "#contract/programmes.ts";
import type { GoalMeasure } from "#domain/programme/programme.ts";
import type { PlainDate } from "#domain/shared/plain-date.ts";
import { sql } from "kysely";
import type { Tx } from "../db/kysely.ts";
import { decisionView } from "../ledgers/decision-view.ts";
import { inForceOn } from "../ledgers/in-force-on.ts";

const DECISION = decisionView("d");

/** The programmes, the newest first; one of them when an id is given. */
export async function findProgrammes(tx: Tx, id?: string): Promise<readonly ProgrammeRow[]> {
  const { rows } = await sql<ProgrammeRow>`
    select p.id, p.version, p.title, p.aim, p.valid_from as "validFrom", p.valid_to as "validTo", ${DECISION} as decision,
      (select coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'label', f.label, 'validFrom', f.valid_from,
          'validTo', f.valid_to) order by f.ordinal, f.valid_from, f.id), '[]')
        from phase f where f.programme_id = p.id and f.removed_at is null) as phases
    from programme p join mandate_decision d on d.id = p.decision_id
    ${id === undefined ? sql`` : sql`where p.id = ${id}::uuid`}
    order by p.valid_from desc, p.id desc`.execute(tx);
  return rows;
}

/** The rows of a programme's parts that stand, as the tables have them, with the decision of each. */
export interface StoredGoal {
  readonly id: string;
  readonly name: string;
  readonly measure: GoalMeasure;
  readonly countedIn: string;
  readonly target: number;
  readonly targetDay: PlainDate;
}

export async function findGoals(tx: Tx, programmeId: string): Promise<readonly StoredGoal[]> {
  const { rows } = await sql<StoredGoal>`
    select id, name, measure, counted_in as "countedIn", target, target_day as "targetDay"
    from programme_goal where programme_id = ${programmeId}::uuid and removed_at is null
    order by target_day, id`.execute(tx);
  return rows;
}

export type StoredPhase = Omit<PhaseView, "outside">;

/** The phases of a programme with what was done in each; `day` is the one on which a mandate must give a right. */
export async function findPhases(
  tx: Tx,
  programmeId: string,
  day: PlainDate,
): Promise<readonly StoredPhase[]> {
  const { rows } = await sql<StoredPhase>`
    select p.id, p.label, p.ordinal, p.valid_from as "validFrom", p.valid_to as "validTo", ${DECISION} as decision,
      (select count(*)::integer from mandate m where m.phase_id = p.id) as mandates,
      (select count(*)::integer from mandate m where m.phase_id = p.id and ${inForceOn(day)}) as "inForce",
      (select coalesce(sum(s.persons), 0)::integer from staff_freed s
        left join mandate m on m.id = s.mandate_id
        where coalesce(s.phase_id, m.phase_id) = p.id and s.freed_on <= ${day}::date
          and not exists (select from staff_freed_withdrawal w where w.staff_freed_id = s.id)) as "personsFreed"
    from phase p join mandate_decision d on d.id = p.decision_id
    where p.programme_id = ${programmeId}::uuid and p.removed_at is null
    order by p.ordinal, p.valid_from, p.id`.execute(tx);
  return rows;
}

/** A mandate of a programme that is not over, with the days on which it holds. */
export interface PhasedMandate {
  readonly mandateId: string;
  readonly phaseId: string;
  readonly unit: string;
  readonly postOffice: string;
  readonly validFrom: PlainDate;
  readonly validTo: PlainDate | null;
}

/** Mandates of a programme that reach out of their phase, at most so many of each phase. */
export async function findReachingOut(tx: Tx, programmeId: string): Promise<readonly PhasedMandate[]> {
  const { rows } = await sql<PhasedMandate>`
    select * from (
      select m.id as "mandateId", p.id as "phaseId", u.name as unit, o.name as "postOffice",
        m.valid_from as "validFrom", m.valid_to as "validTo",
        row_number() over (partition by p.id order by m.id) as place
      from mandate m
      join phase p on p.id = m.phase_id
      join nation.one_stop_unit u on u.id = m.unit_id
      join nation.post_office o on o.id = m.post_office_id
      where p.programme_id = ${programmeId}::uuid and p.removed_at is null and m.status not in ('ended', 'refused')
        and (m.valid_from < p.valid_from or coalesce(m.valid_to, 'infinity') > coalesce(p.valid_to, 'infinity'))) found
    where place <= 50 order by "mandateId"`.execute(tx);
  return rows;
}

type StoredAgreement = Omit<AgreementView, "agency"> & { readonly agencyId: string | null };

export async function findAgreements(tx: Tx, programmeId: string): Promise<readonly StoredAgreement[]> {
  const { rows } = await sql<StoredAgreement>`
    select a.id, a.number, a.signed_on as "signedOn", a.agency_id as "agencyId", a.agency_words as "agencyWords",
      case when q.id is not null then jsonb_build_object('id', q.id, 'name', q.name) end as operator,
      case when o.id is not null then jsonb_build_object('id', o.id, 'name', o.name) end as "postOffice",
      a.post_words as "postWords", a.content, a.valid_from as "validFrom", a.valid_to as "validTo",
      case when f.id is not null then jsonb_build_object('fileId', f.id, 'name', f.name, 'mediaType', f.media_type,
        'bytes', f.bytes, 'sha256', encode(f.sha256, 'hex')) end as scan
    from agreement a
    left join nation.postal_operator q on q.id = a.operator_id
    left join nation.post_office o on o.id = a.post_office_id
    left join mandate_file f on f.id = a.file_id
    where a.programme_id = ${programmeId}::uuid and a.removed_at is null
    order by a.signed_on, a.id`.execute(tx);
  return rows;
}

interface StoredEvent {
  readonly seq: number;
  readonly type: string;
  readonly at: string;
  readonly by: string;
  readonly payload: unknown;
}

/** The ledger of a programme, the newest first. */
export async function findProgrammeEvents(tx: Tx, programmeId: string): Promise<readonly StoredEvent[]> {
  const { rows } = await sql<StoredEvent>`
    select e.seq, e.type, e.recorded_at as at, coalesce(a.full_name, '') as by, e.payload
    from programme_event e left join nation.account a on a.id = e.actor_id
    where e.programme_id = ${programmeId}::uuid order by e.seq desc limit 500`.execute(tx);
  return rows;
}

/** Numbers of decisions, for a history that names them by key. */
export async function decisionNumbers(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .selectFrom("mandate_decision")
    .select(["id", "number"])
    .where("id", "in", ids)
    .execute();
  return new Map(rows.map(({ id, number }) => [id, number]));
}

/** True while a mandate or a line of staff freed belongs to a phase. */
export async function phaseIsUsed(tx: Tx, phaseId: string): Promise<boolean> {
  const { rows } = await sql<{ used: boolean }>`
    select exists (select from mandate where phase_id = ${phaseId}::uuid)
      or exists (select from staff_freed s where s.phase_id = ${phaseId}::uuid
        and not exists (select from staff_freed_withdrawal w where w.staff_freed_id = s.id)) as used`.execute(
    tx,
  );
  return rows[0]?.used ?? false;
}

export async function isFile(tx: Tx, fileId: string): Promise<boolean> {
  const found = await tx.selectFrom("mandate_file").select("id").where("id", "=", fileId).executeTakeFirst();
  return found !== undefined;
}
