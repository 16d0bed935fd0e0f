import type { ComparedMandate } from "#domain/mandate/compare-mandates.ts";
import type { Instant } from "#domain/shared/instant.ts";
import type { PlainDate } from "#domain/shared/plain-date.ts";
import { sql } from "kysely";
import type { Tx } from "../db/kysely.ts";

/** A mandate that is not over, with what a sentence names it by. */
export type OpenMandate = ComparedMandate & {
  readonly status: string;
  readonly number: string;
  readonly office: string;
};

/** How much is open at units, their counters and their agencies; counts, and nothing of anybody's dossier. */
export interface OpenWork {
  readonly dossiers: readonly { readonly unitId: string; readonly status: string; readonly count: number }[];
  readonly deciding: ReadonlyMap<string, number>;
  readonly papers: readonly {
    readonly unitId: string;
    readonly kind: string;
    readonly holderId: string;
    readonly count: number;
  }[];
  readonly mandates: readonly OpenMandate[];
  readonly assignments: ReadonlyMap<string, number>;
  /** Posts by the unit or agency that they are at. */
  readonly posts: ReadonlyMap<string, number>;
  /** Sessions that have not ended, by their counter. */
  readonly sessions: ReadonlyMap<string, number>;
}

interface Asked {
  readonly units: readonly string[];
  readonly agencies: readonly string[];
  /** Units whose mandates are compared: those that end, and their heirs. */
  readonly compared: readonly string[];
  readonly now: Instant;
  readonly today: PlainDate;
}

export async function loadOpenWork(tx: Tx, asked: Asked): Promise<OpenWork> {
  const units = [...asked.units];
  const agencies = [...asked.agencies];
  const dossiers = await sql<{ unitId: string; status: string; count: number }>`
    select unit_id as "unitId", status, dossiers::integer as count from count_open_at(${units}::uuid[])`.execute(
    tx,
  );
  const deciding = await sql<Counted>`
    select agency_id as id, dossiers::integer as count from count_decided_at(${agencies}::uuid[])`.execute(
    tx,
  );
  const papers = await sql<OpenWork["papers"][number]>`
    select unit_id as "unitId", holder_kind as kind, holder_id as "holderId", papers::integer as count
    from count_papers_at(${units}::uuid[])`.execute(tx);
  const assignments = await sql<Counted>`
    select unit_id as id, count(*)::integer as count from assignment
    where unit_id = any (${units}::uuid[]) and revoked_at is null and valid_to >= ${asked.today}::date
    group by unit_id`.execute(tx);
  const posts = await sql<Counted>`
    select coalesce(one_stop_unit_id, agency_id) as id, count(*)::integer as count from nation.staff_post
    where coalesce(one_stop_unit_id, agency_id) = any (${[...units, ...agencies]}::uuid[])
      and coalesce(valid_to, 'infinity') >= ${asked.today}::date
    group by 1`.execute(tx);
  const sessions = await sql<Counted>`
    select s.counter_id as id, count(*)::integer as count
    from nation.session s
    join nation.counter c on c.id = s.counter_id
    join nation.reception_point p on p.id = c.reception_point_id
    where p.one_stop_unit_id = any (${units}::uuid[]) and s.expires_at > ${asked.now}::timestamptz
    group by s.counter_id`.execute(tx);
  return {
    dossiers: dossiers.rows,
    deciding: mapOf(deciding.rows),
    papers: papers.rows,
    mandates: await loadOpenMandates(tx, asked.compared),
    assignments: mapOf(assignments.rows),
    posts: mapOf(posts.rows),
    sessions: mapOf(sessions.rows),
  };
}

interface Counted {
  readonly id: string;
  readonly count: number;
}

function mapOf(rows: readonly Counted[]): ReadonlyMap<string, number> {
  return new Map(rows.map(({ id, count }) => [id, count]));
}

async function loadOpenMandates(tx: Tx, units: readonly string[]): Promise<readonly OpenMandate[]> {
  const { rows } = await sql<OpenMandate>`
    select m.id, m.unit_id as "unitId", m.post_office_id as "postOfficeId", m.counter_ids as "counterIds", m.tasks,
      m.field_codes as "fieldCodes", m.procedure_codes as "procedureCodes",
      m.except_procedure_codes as "exceptProcedureCodes", m.autonomy, m.valid_from as "validFrom",
      m.valid_to as "validTo", m.status, coalesce(d.number, '') as number, o.name as office
    from mandate m
    join nation.post_office o on o.id = m.post_office_id
    left join mandate_decision d on d.id = m.decision_id
    where m.unit_id = any (${[...units]}::uuid[])
      and m.status in ('drafted', 'proposed', 'approved', 'inForce', 'suspended')
    order by m.id`.execute(tx);
  return rows;
}
