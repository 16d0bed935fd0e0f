import type { PostalReport, PostalReportRow, PostalShare } from "#contract/postal-reports.ts";
import { instantAt } from "#domain/shared/instant.ts";
import { type PlainDate, addDays } from "#domain/shared/plain-date.ts";
import { sql } from "kysely";
import type { Tx } from "../db/kysely.ts";

/** A period of days here, the day before which its report is sent, and today. */
export interface Asked {
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly before: PlainDate;
  readonly today: PlainDate;
}

const startOf = (day: PlainDate) => instantAt(day, 0);
const afterEnd = (day: PlainDate) => instantAt(addDays(day, 1), 0);
const localDay = (column: string) => sql`(${sql.ref(column)} at time zone 'Asia/Ho_Chi_Minh')::date`;

/**
 * Parcels of a period by unit, procedure and service: those that the post took in it, and what became of them until now. An
 * order counts once, with its whole price, in the period in which the post took its first parcel.
 */
export async function countParcels(
  tx: Tx,
  { from, to, today }: Asked,
): Promise<readonly Omit<PostalReportRow, "unitName">[]> {
  const { rows } = await sql<Omit<PostalReportRow, "unitName">>`
    with taken as (
      select o.service, o.quote, s.state, s.due_on, s.state_since, s.live, d.received_at_unit_id, d.procedure_code,
        d.procedure_name, not exists (select from shipment x where x.order_id = s.order_id
          and (x.accepted_on, x.id) < (s.accepted_on, s.id)) as leads,
        exists (select from shipment_event e where e.shipment_id = s.id and e.type = 'damaged' and not e.withdrawn
          and not exists (select from shipment_event w where w.source = e.source and w.source_id = e.source_id
            and w.withdrawn)) as damaged
      from shipment s join postal_order o on o.id = s.order_id join dossier d on d.id = s.dossier_id
      where s.accepted_on between ${from}::date and ${to}::date)
    select received_at_unit_id as "unitId", procedure_code as "procedureCode", max(procedure_name) as "procedureName",
      service, count(*) filter (where leads)::int as orders,
      coalesce(sum((quote ->> 'total')::bigint) filter (where leads), 0)::float8 as revenue, count(*)::int as parcels,
      count(*) filter (where state = 'delivered')::int as delivered,
      count(*) filter (where state = 'backAtAgency')::int as "backAtAgency",
      count(*) filter (where due_on < case when live then ${today}::date else ${localDay("state_since")} end)::int as late,
      count(*) filter (where state = 'lost')::int as lost, count(*) filter (where damaged)::int as damaged
    from taken group by received_at_unit_id, procedure_code, service`.execute(tx);
  return rows;
}

/** Parcels that the post took in the period and that were heard of only when its report was due. */
export async function countHeardLate(tx: Tx, { from, to, before }: Asked): Promise<number> {
  const { rows } = await sql<{ parcels: number }>`
    select count(*)::int as parcels from shipment s
    where s.accepted_on between ${from}::date and ${to}::date
      and (select min(e.recorded_at) from shipment_event e where e.shipment_id = s.id
        and e.type = 'accepted' and not e.withdrawn) >= ${startOf(before)}::timestamptz`.execute(tx);
  return rows[0]?.parcels ?? 0;
}

/** Incidents that were opened in the period with their answers until now, and what was paid in it. */
export async function countClaims(tx: Tx, { from, to }: Asked): Promise<PostalReport["claims"]> {
  const { rows } = await sql<PostalReport["claims"]>`
    with opened as (
      select i.kind, i.source <> 'post' as complained, (select e.payload ->> 'outcome' from incident_entry e
        where e.incident_id = i.id and e.type = 'answered' order by e.seq desc limit 1) as outcome
      from incident i where i.opened_on between ${from}::date and ${to}::date),
    paid as (
      select (e.payload ->> 'amount')::bigint as amount from incident_entry e join incident i on i.id = e.incident_id
      where e.type = 'paid' and (e.payload ->> 'on')::date between ${from}::date and ${to}::date)
    select count(*) filter (where complained)::int as complaints,
      count(*) filter (where complained and outcome = 'accepted')::int as accepted,
      count(*) filter (where complained and outcome = 'declined')::int as declined,
      count(*) filter (where complained and outcome is null)::int as unanswered,
      count(*) filter (where kind = 'lost')::int as lost, count(*) filter (where kind = 'damaged')::int as damaged,
      count(*) filter (where kind = 'delayed')::int as delayed,
      (select count(*) from paid)::int as compensations,
      (select coalesce(sum(amount), 0) from paid)::float8 as compensated
    from opened`.execute(tx);
  return (
    rows[0] ?? {
      complaints: 0,
      accepted: 0,
      declined: 0,
      unanswered: 0,
      lost: 0,
      damaged: 0,
      delayed: 0,
      compensations: 0,
      compensated: 0,
    }
  );
}

/** Of each unit how much went through the post: the columns that provinces report of BCCI. */
export async function countShares(
  tx: Tx,
  { from, to }: Asked,
): Promise<readonly Omit<PostalShare, "unitName">[]> {
  const { rows } = await sql<Omit<PostalShare, "unitName">>`
    with here as (
      select d.received_at_unit_id as unit, true as received, false as returned,
        exists (select from shipment s where s.dossier_id = d.id and s.leg = 'send' and s.accepted_on is not null) as by_post,
        d.return_method = 'postal' or exists (select from shipment s where s.dossier_id = d.id and s.leg = 'return'
          and s.state <> 'cancelled') as wants_post
      from dossier d
      where d.received_at >= ${startOf(from)}::timestamptz and d.received_at < ${afterEnd(to)}::timestamptz and is_counted(d.*)
      union all
      select d.received_at_unit_id, false, true, exists (select from shipment s where s.dossier_id = d.id
        and s.leg = 'return' and s.state = 'delivered'), false
      from dossier_event e join dossier d on d.id = e.dossier_id
      where e.type = 'dossier.returned' and e.occurred_at >= ${startOf(from)}::timestamptz and e.occurred_at < ${afterEnd(to)}::timestamptz)
    select unit as "unitId", count(*) filter (where received)::int as received,
      count(*) filter (where received and by_post)::int as "receivedByPost",
      count(*) filter (where received and wants_post)::int as "returnByPost",
      count(*) filter (where returned)::int as returned,
      count(*) filter (where returned and by_post)::int as "returnedByPost"
    from here group by unit`.execute(tx);
  return rows;
}
