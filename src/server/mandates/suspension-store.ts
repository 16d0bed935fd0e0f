import type { SuspensionView } from "#contract/assignments.ts";
import type { SuspensionTarget } from "#domain/mandate/mandate.ts";
import type { PlainDate } from "#domain/shared/plain-date.ts";
import { sql } from "kysely";
import type { Tx } from "../db/kysely.ts";
import { newestVersion } from "../units/newest-version.ts";
import type { Reference } from "../units/reference.ts";

/** What is stopped comes first, then what was, the newest first. */
export async function findSuspensions(tx: Tx, reference: Reference): Promise<SuspensionView[]> {
  const { rows } = await sql<Omit<SuspensionView, "targetName"> & { targetId: string; name: string | null }>`
    select s.id, s.target, s.target_id as "targetId", s.reason, s.from_at as "from", s.to_at as "to",
      coalesce((select jsonb_agg(jsonb_build_object('handOverId', h.id, 'unit', (select min(u.name) from
          (select to_id as id from hand_over_line where hand_over_id = h.id and to_kind = 'unit'
            union select unit_id from hand_over_cash where hand_over_id = h.id) as place
          join nation.one_stop_unit u on u.id = place.id)) order by h.id)
        from hand_over h where h.cause_id = s.id), '[]') as "handOvers",
      who.full_name as by, next.full_name as successor,
      jsonb_build_object('id', d.id, 'number', d.number, 'issuer', d.issuer, 'title', d.title,
        'issuedOn', d.issued_on, 'source', d.source) as decision,
      coalesce(clerk.full_name, office.name, operator.name) as name
    from suspension s
    join mandate_decision d on d.id = s.decision_id
    join nation.account who on who.id = s.suspended_by
    left join nation.account next on next.id = s.successor_id
    left join nation.account clerk on s.target = 'account' and clerk.id::text = s.target_id
    left join nation.post_office office on s.target = 'postOffice' and office.id::text = s.target_id
    left join nation.postal_operator operator on s.target = 'operator' and operator.id::text = s.target_id
    order by (s.to_at is null) desc, s.id desc limit 500`.execute(tx);
  return rows.map(({ targetId, name, ...row }) => ({
    ...row,
    targetName: name ?? newestVersion(reference, targetId)?.content.name ?? targetId,
  }));
}

export async function isSuspended(tx: Tx, target: SuspensionTarget, targetId: string): Promise<boolean> {
  const found = await tx
    .selectFrom("suspension")
    .select("id")
    .where("target", "=", target)
    .where("target_id", "=", targetId)
    .where("to_at", "is", null)
    .executeTakeFirst();
  return found !== undefined;
}

interface ClerkChoice {
  readonly id: string;
  readonly name: string;
  readonly place: string;
}

/** Clerks and couriers of post offices on a day, each once, by name. */
export async function findClerkChoices(
  tx: Tx,
  officeIds: readonly string[],
  day: PlainDate,
): Promise<readonly ClerkChoice[]> {
  const { rows } = await sql<ClerkChoice>`
    select a.id, a.full_name as name, min(o.name) as place
    from nation.staff_post p
    join nation.account a on a.id = p.account_id
    join nation.post_office o on o.id = p.post_office_id
    where p.role in ('postalClerk', 'courier') and p.post_office_id = any (${[...officeIds]}::uuid[])
      and p.valid_from <= ${day}::date and coalesce(p.valid_to, 'infinity') >= ${day}::date
      and a.valid_from <= ${day}::date and coalesce(a.valid_to, 'infinity') >= ${day}::date
      and a.closed_at is null
    group by a.id, a.full_name order by a.full_name, a.id`.execute(tx);
  return rows;
}

/** The operators that offices belong to. */
export async function findOperators(tx: Tx, officeIds: readonly string[]) {
  const { rows } = await sql<{ id: string; name: string; place: string }>`
    select o.id, o.name, '' as place from nation.postal_operator o
    where o.id in (select operator_id from nation.post_office where id = any (${[...officeIds]}::uuid[]))
    order by o.name`.execute(tx);
  return rows;
}
