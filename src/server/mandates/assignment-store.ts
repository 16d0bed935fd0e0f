import type { AssignmentView } from "#contract/assignments.ts";
import type { Instant } from "#domain/shared/instant.ts";
import type { PlainDate } from "#domain/shared/plain-date.ts";
import { sql } from "kysely";
import type { Tx } from "../db/kysely.ts";

/** Tasks given at units that hold on a day or were given on it, the newest first; of one clerk when named. */
export async function findAssignments(
  tx: Tx,
  {
    unitIds,
    day,
    accountId,
  }: { readonly unitIds: readonly string[]; readonly day: PlainDate; readonly accountId?: string },
): Promise<AssignmentView[]> {
  const { rows } = await sql<AssignmentView>`
    select g.id, clerk.full_name as clerk, g.task, g.reason, g.stands_by as "standsBy",
      g.valid_from as "validFrom", g.valid_to as "validTo", head.full_name as "givenBy", g.given_at as "givenAt",
      g.revoked_at as "revokedAt",
      case when g.dossier_id is null
        then jsonb_build_object('kind', 'procedure', 'code', g.procedure_code, 'name', coalesce(v.name, ''))
        else jsonb_build_object('kind', 'dossier', 'code', coalesce(dossier.code, ''),
          'name', coalesce(dossier.procedure_name, '')) end as subject,
      (select count(*)::integer from dossier_event e
        where e.basis_kind = 'assignment' and e.basis_id = g.id::text) as acts
    from assignment g
    join nation.account clerk on clerk.id = g.account_id
    join nation.account head on head.id = g.given_by
    left join dossier on dossier.id = g.dossier_id
    left join lateral (
      select name from nation.procedure_version
      where code = g.procedure_code and withdrawn_at is null order by valid_from desc limit 1) v on true
    where g.unit_id = any (${[...unitIds]}::uuid[]) and g.valid_to >= ${day}::date
      ${accountId === undefined ? sql`` : sql`and g.account_id = ${accountId}::uuid`}
    order by g.id desc limit 200`.execute(tx);
  return rows;
}

/** A clerk of the post who holds a post on a day at an office that staffs a counter of the unit. */
export interface Clerk {
  readonly accountId: string;
  readonly fullName: string;
  readonly postOfficeId: string;
  readonly postOffice: string;
  readonly operatorId: string | null;
}

export async function findClerks(
  tx: Tx,
  { officeIds, day }: { readonly officeIds: readonly string[]; readonly day: PlainDate },
): Promise<readonly Clerk[]> {
  const { rows } = await sql<Clerk>`
    select a.id as "accountId", a.full_name as "fullName", o.id as "postOfficeId", o.name as "postOffice",
      o.operator_id as "operatorId"
    from nation.staff_post p
    join nation.account a on a.id = p.account_id
    join nation.post_office o on o.id = p.post_office_id
    where p.role = 'postalClerk' and p.post_office_id = any (${[...officeIds]}::uuid[])
      and p.valid_from <= ${day}::date and coalesce(p.valid_to, 'infinity') >= ${day}::date
      and a.valid_from <= ${day}::date and coalesce(a.valid_to, 'infinity') >= ${day}::date
    order by o.name collate "vi-x-icu", a.full_name collate "vi-x-icu", a.id`.execute(tx);
  return rows;
}

export async function loadAssignmentUnit(tx: Tx, id: string): Promise<string | undefined> {
  const found = await tx.selectFrom("assignment").select("unit_id").where("id", "=", id).executeTakeFirst();
  return found?.unit_id;
}

/** What its ledger says of a mandate that stands still. */
interface MandateStop {
  readonly decision: string;
  readonly since: Instant;
  readonly reason: string;
  readonly mandate: string;
}

/** By which decision, since when and why mandates stand still that are suspended now. */
export async function findMandateStops(
  tx: Tx,
  mandateIds: readonly string[],
): Promise<ReadonlyMap<string, MandateStop>> {
  if (mandateIds.length === 0) return new Map();
  const { rows } = await sql<MandateStop & { readonly id: string }>`
    select distinct on (m.id) m.id, coalesce(by.number, '') as decision, e.recorded_at as since,
      coalesce(e.payload->>'reason', '') as reason, coalesce(given.number, '') as mandate
    from mandate m
    join mandate_event e on e.mandate_id = m.id and e.type = 'mandate.suspended'
    left join mandate_decision by on by.id::text = e.payload->>'decisionId'
    left join mandate_decision given on given.id = m.decision_id
    where m.id = any (${[...mandateIds]}::uuid[])
    order by m.id, e.seq desc`.execute(tx);
  return new Map(rows.map(({ id, ...stop }) => [id, stop]));
}

/** Since when suspensions hold, and why: the rule that decides only knows that they do. */
export async function findSuspended(
  tx: Tx,
  suspensionIds: readonly string[],
): Promise<ReadonlyMap<string, { readonly since: Instant; readonly reason: string }>> {
  if (suspensionIds.length === 0) return new Map();
  const rows = await tx
    .selectFrom("suspension")
    .select(["id", "from_at", "reason"])
    .where("id", "in", [...suspensionIds])
    .execute();
  return new Map(rows.map(({ id, from_at: since, reason }) => [id, { since, reason }]));
}

/** Who heads one of some units on a day, by name. */
export async function findHeads(
  tx: Tx,
  { unitIds, day }: { readonly unitIds: readonly string[]; readonly day: PlainDate },
): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select distinct a.full_name as name
    from nation.staff_post p
    join nation.account a on a.id = p.account_id
    where p.role = 'unitHead' and p.one_stop_unit_id = any (${[...unitIds]}::uuid[])
      and p.valid_from <= ${day}::date and coalesce(p.valid_to, 'infinity') >= ${day}::date
      and a.valid_from <= ${day}::date and coalesce(a.valid_to, 'infinity') >= ${day}::date
    order by a.full_name`.execute(tx);
  return rows.map(({ name }) => name);
}
