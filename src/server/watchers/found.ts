import { STANDING_STATUSES } from "#domain/dossier/dossier-state.ts";
import type { WatchKind } from "#domain/watch/watch.ts";
import { type Instant, localTime } from "#domain/shared/instant.ts";
import { type RawBuilder, sql } from "kysely";

/** The moments that a round compares with. */
export interface WatchMoments {
  readonly now: Instant;
  /** Until when a date is soon, by the agency that decides. */
  readonly soon: readonly { readonly agencyId: string; readonly until: Instant }[];
  readonly collectBefore: Instant;
  readonly idleBefore: Instant;
}

type Sql = RawBuilder<unknown>;

/** The clock runs: named one by one, as the index of what is due names them. */
const RUNNING = sql`d.business_status in ('received', 'forwarded', 'processing', 'withdrawalAsked', 'awaitingApproval')`;

/** Whose work a dossier is: of the officer who has it, else of a desk at a place. */
const ADDRESS = {
  desk: sql`case when d.business_status in ('received', 'withdrawalAsked', 'finished') then 'counter'
    when d.business_status = 'awaitingApproval' then 'approval'
    when d.case_officer_id is not null or d.business_status in ('forwarded', 'processing') then 'case'
    else 'counter' end`,
  place: sql`case when d.business_status in ('received', 'withdrawalAsked', 'finished')
      or d.business_status not in ('awaitingApproval', 'forwarded', 'processing') and d.case_officer_id is null
    then case when d.business_status = 'finished' then coalesce(d.result_at_unit_id, d.received_at_unit_id)
      else d.received_at_unit_id end else d.deciding_agency_id end`,
  person: sql`case when d.business_status not in ('received', 'withdrawalAsked', 'finished', 'awaitingApproval')
    then d.case_officer_id end`,
};

const OF_DOSSIER = sql`d.id as dossier_id, '' as part, ${ADDRESS.desk} as desk, ${ADDRESS.place} as place_id,
  ${ADDRESS.person} as person, d.scope || array_remove(array[d.result_at_unit_id], null) as scope`;

const DESK_OF_STEP = sql`case s.role when 'oneStopOfficer' then 'counter' when 'approver' then 'approval' else 'case' end`;

/** The last event of a type, with what it asked an answer by. */
const lastEvent = (type: string) => sql`lateral (
    select e.seq, e.recorded_at, (e.payload ->> 'answerBy')::timestamptz as answer_by from dossier_event e
    where e.dossier_id = d.id and e.type = ${sql.lit(type)} order by e.seq desc limit 1) as asked`;

const waiting = (status: (typeof STANDING_STATUSES)[number], type: string) => sql`
  from dossier d join ${lastEvent(type)} on true where d.business_status = ${sql.lit(status)}`;

/** What each watcher finds: rows of dossier, date, part, event and address. Within the row policies of all places. */
export const FOUND: Readonly<Record<WatchKind, (at: WatchMoments) => Sql>> = {
  dueSoon: ({ now, soon }) => {
    const latest = soon.reduce<Instant>((late, { until }) => (until > late ? until : late), now);
    return sql`select d.due_at as about, null::integer as seq, ${OF_DOSSIER}
      from dossier d join unnest(${soon.map(({ agencyId }) => agencyId)}::uuid[],
        ${soon.map(({ until }) => until)}::timestamptz[]) as soon (agency_id, until)
        on soon.agency_id = d.deciding_agency_id and d.due_at <= soon.until
      where ${RUNNING} and d.due_at > ${now}::timestamptz and d.due_at <= ${latest}::timestamptz`;
  },
  overdue: ({ now }) => sql`select d.due_at as about, null::integer as seq, ${OF_DOSSIER}
    from dossier d where ${RUNNING} and d.due_at <= ${now}::timestamptz`,
  supplementUnanswered: ({ now }) => sql`select asked.answer_by as about, asked.seq, ${OF_DOSSIER}
    ${waiting("awaitingSupplement", "dossier.supplementAsked")} and asked.answer_by <= ${now}::timestamptz`,
  dutyUnanswered: ({ now }) => sql`select asked.answer_by as about, asked.seq, ${OF_DOSSIER}
    ${waiting("awaitingPayment", "dossier.dutyImposed")} and asked.answer_by <= ${now}::timestamptz`,
  // What goes by post is fetched by nobody: the postal chain watches over it.
  resultNotCollected: ({ collectBefore }) => sql`select asked.recorded_at as about, asked.seq, ${OF_DOSSIER}
    from dossier d join ${lastEvent("dossier.approved")} on true
    where d.business_status = 'finished' and asked.recorded_at <= ${collectBefore}::timestamptz
      and not exists (select from shipment s where s.dossier_id = d.id and s.leg = 'return' and s.live)`,
  stepIdle: ({
    idleBefore,
  }) => sql`select s.opened_at as about, null::integer as seq, s.dossier_id, s.key as part,
      ${DESK_OF_STEP} as desk, s.place_id, s.holder_id as person, s.scope
    from dossier_step s join dossier d on d.id = s.dossier_id and d.business_status = 'processing'
    where s.state in ('open', 'assigned') and s.opened_at <= ${idleBefore}::timestamptz`,
  consultationUnanswered: ({
    now,
  }) => sql`select (c.answer_by + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh' as about,
      c.asked_seq as seq, c.dossier_id, c.id::text as part, 'case' as desk, c.asking_agency_id as place_id,
      c.asked_by as person, d.scope
    from consultation c join dossier d on d.id = c.dossier_id
    where c.state = 'open' and c.answer_by < ${localTime(now).day}::date`,
};

/** Somebody who may still work: the contract and a post hold today, and no suspension stops the person. */
export function isActive(person: Sql, now: Instant): Sql {
  const day = localTime(now).day;
  return sql`exists (select from nation.account a where a.id = ${person} and a.closed_at is null
      and a.valid_from <= ${day}::date and (a.valid_to is null or a.valid_to >= ${day}::date))
    and exists (select from nation.staff_post p where p.account_id = ${person}
      and p.valid_from <= ${day}::date and (p.valid_to is null or p.valid_to >= ${day}::date))
    and not exists (select from suspension stop where stop.target = 'account' and stop.target_id = ${person}::text
      and stop.from_at <= ${now}::timestamptz and (stop.to_at is null or stop.to_at > ${now}::timestamptz))`;
}
