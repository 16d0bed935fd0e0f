import type { Figures } from "#contract/figures.ts";
import type { ComparedMandate } from "#domain/mandate/compare-mandates.ts";
import type { GivenTask } from "#domain/mandate/recurring-assignments.ts";
import type { Instant } from "#domain/shared/instant.ts";
import { sql } from "kysely";
import type { Tx } from "../db/kysely.ts";

/** What was kept when a mandate was proposed. */
export interface Frozen {
  readonly from: string;
  readonly to: string;
  readonly takenAt: Instant;
  readonly figures: Figures;
}

/** The newest proposal of each mandate: who proposed it when and why, and the figures kept with it. */
export async function findProposing(tx: Tx, mandateIds: readonly string[]) {
  const { rows } = await sql<{
    mandateId: string;
    at: Instant;
    by: string;
    why: string;
    frozen: Pick<Frozen, "from" | "to" | "figures"> | null;
    takenAt: Instant | null;
  }>`
    select distinct on (e.mandate_id) e.mandate_id as "mandateId", e.recorded_at as at,
      coalesce(a.full_name, '') as by, coalesce(e.payload->>'reason', '') as why,
      f.content as frozen, f.taken_at as "takenAt"
    from mandate_event e
    left join nation.account a on a.id = e.actor_id
    left join mandate_figures f on f.mandate_id = e.mandate_id and f.seq = e.seq
    where e.mandate_id = any (${[...mandateIds]}::uuid[]) and e.type = 'mandate.proposed'
    order by e.mandate_id, e.seq desc`.execute(tx);
  return new Map(
    rows.map(({ mandateId, frozen, takenAt, ...proposing }) => [
      mandateId,
      {
        ...proposing,
        frozen: frozen && takenAt ? { ...frozen, figures: whole(frozen.figures), takenAt } : null,
      },
    ]),
  );
}

/** Figures that were kept before those of another system were counted do not name them. */
function whole(figures: Omit<Figures, "imported"> & Partial<Pick<Figures, "imported">>): Figures {
  return { imported: 0, ...figures };
}

/**
 * Mandates that give a right, will, or gave one: of one that was ended early the day of its end is its last. Of all
 * units, or of one.
 */
export async function findGiven(tx: Tx, unitId: string | undefined): Promise<readonly ComparedMandate[]> {
  const { rows } = await sql<ComparedMandate>`
    select * from (
      select m.id, m.unit_id as "unitId", m.post_office_id as "postOfficeId", m.counter_ids as "counterIds", m.tasks,
        m.field_codes as "fieldCodes", m.procedure_codes as "procedureCodes",
        m.except_procedure_codes as "exceptProcedureCodes", m.autonomy, m.valid_from as "validFrom",
        case when m.status = 'ended' then least(m.valid_to, life.ended) else m.valid_to end as "validTo"
      from mandate m
      cross join lateral (
        select (max(e.recorded_at) filter (where e.type = 'mandate.ended') at time zone 'Asia/Ho_Chi_Minh')::date as ended,
          bool_or(e.type in ('mandate.granted', 'mandate.broughtIntoForce')) as given
        from mandate_event e where e.mandate_id = m.id) life
      where (m.status in ('approved', 'inForce', 'suspended') or (m.status = 'ended' and life.given))
        ${unitId === undefined ? sql`` : sql`and m.unit_id = ${unitId}::uuid`}
    ) given where "validTo" is null or "validTo" >= "validFrom" order by id`.execute(tx);
  return rows;
}

/** Tasks given outside of the list at a unit since a moment, by task, procedure, office and day. */
export async function findGivenTasks(
  tx: Tx,
  {
    unitIds,
    since,
    before,
  }: { readonly unitIds: readonly string[]; readonly since: Instant; readonly before: Instant },
): Promise<readonly GivenTask[]> {
  const { rows } = await sql<GivenTask>`
    select task, code as "procedureCode", post_office_id as "postOfficeId", day, given, acts
    from assignment_figures(${[...unitIds]}::uuid[], ${since}::timestamptz, ${before}::timestamptz)
    where post_office_id is not null`.execute(tx);
  return rows;
}

/** How often acts under a mandate were drawn, judged and found wrong, whenever that was. */
export async function countSamples(
  tx: Tx,
  { id, unitIds }: { readonly id: string; readonly unitIds: readonly string[] },
) {
  const { rows } = await sql<{ drawn: number; judged: number; wrong: number }>`
    select drawn, judged, wrong
    from sample_figures(${[...unitIds]}::uuid[], '-infinity', 'infinity', ${id}::uuid, null, null, null)
    where field is null`.execute(tx);
  return rows[0] ?? { drawn: 0, judged: 0, wrong: 0 };
}

/**
 * The clerks of an office on a day who may act at all, and of those who hold training for every one of some fields: who
 * is stopped, alone or with the office or its operator, speaks for no proposal.
 */
export async function countTrained(
  tx: Tx,
  {
    postOfficeId,
    fieldCodes,
    day,
  }: { readonly postOfficeId: string; readonly fieldCodes: readonly string[]; readonly day: string },
): Promise<{ readonly clerks: number; readonly trained: number }> {
  const { rows } = await sql<{ clerks: number; trained: number }>`
    select count(*)::integer as clerks,
      (count(*) filter (where not exists (
        select from unnest(${[...fieldCodes]}::text[]) as wanted(field) where not exists (
          select from accreditation held
          where held.account_id = clerk.account_id and held.field_code = wanted.field and held.result = 'passed'
            and held.withdrawn_at is null
            and held.valid_from <= ${day}::date and coalesce(held.valid_to, 'infinity') >= ${day}::date))))::integer
        as trained
    from (
      select distinct p.account_id from nation.staff_post p join nation.account a on a.id = p.account_id
      where p.role = 'postalClerk' and p.post_office_id = ${postOfficeId}::uuid
        and p.valid_from <= ${day}::date and coalesce(p.valid_to, 'infinity') >= ${day}::date
        and a.valid_from <= ${day}::date and coalesce(a.valid_to, 'infinity') >= ${day}::date
        and a.closed_at is null
        and not exists (
          select from suspension s join nation.post_office o on o.id = p.post_office_id
          where s.to_at is null and (
            (s.target = 'account' and s.target_id = p.account_id::text)
            or (s.target = 'postOffice' and s.target_id = o.id::text)
            or (s.target = 'operator' and s.target_id = o.operator_id::text)))) clerk`.execute(tx);
  return rows[0] ?? { clerks: 0, trained: 0 };
}
