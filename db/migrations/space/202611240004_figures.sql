-- One answer to what counts as a dossier, for the register, the figures of a period and those of a proposal: the first
-- counted no parts, the second did, and took what was only lodged for received. Dossiers of another system count in the
-- figures too, since a year is reported whole; in the register they have no line, since they stand in the book of the
-- system that took them in, and there it asks for its own.
create function is_counted(d dossier) returns boolean
language sql immutable
begin atomic
  select d.whole_id is null and d.due_at is not null;
end;
comment on function is_counted is 'Counts as a dossier: received (it has a due date), here or by another system, and not a part of another. Registers and figures ask this; a register lists of them what was received here.';
revoke all on function is_counted from public;
grant execute on function is_counted to :app;

-- Every count asks the same, so that the index holds just that, and the count of a province reads no dossier.
drop index dossier_unit_received;
create index dossier_unit_received on dossier (received_at_unit_id, received_at) include (imported_from)
  where whole_id is null and due_at is not null;

-- When the other system ended it; every figure of what was ended in a period looks there too.
create index dossier_event_ended_before on dossier_event (occurred_at) include (dossier_id)
  where type = 'dossier.pastStepImported' and payload ->> 'status' in ('finished', 'returned');

create or replace function count_dossiers_between(at_units uuid[], from_at timestamptz, to_at timestamptz)
returns table (unit_id uuid, received bigint, finished bigint, on_time bigint, on_time_counted bigint)
language sql stable security definer
begin atomic
  with came as (
    select unit.id as unit_id, counted.received
    from unnest(at_units) as unit (id)
    cross join lateral (
      select count(*) as received from dossier d
      where d.received_at_unit_id = unit.id and d.received_at >= from_at and d.received_at < to_at
        and is_counted(d)) as counted),
  closing as (
    select e.dossier_id, e.recorded_at as at from dossier_event e
    where e.type = 'dossier.approved' and e.recorded_at >= from_at and e.recorded_at < to_at
      and not exists (
        select from dossier_event later
        where later.dossier_id = e.dossier_id and later.seq > e.seq and later.type in ('dossier.reopened', 'dossier.approved'))
    union all
    -- Of another system: the last finished step; where none was told, the returning. Not of what was open there.
    select e.dossier_id, e.occurred_at from dossier_event e
    where e.type = 'dossier.pastStepImported' and e.payload ->> 'status' in ('finished', 'returned')
      and e.occurred_at >= from_at and e.occurred_at < to_at
      and exists (
        select from dossier_event opening
        where opening.dossier_id = e.dossier_id and opening.seq = 1
          and opening.payload ->> 'status' in ('finished', 'returned'))
      and not exists (
        select from dossier_event other
        where other.dossier_id = e.dossier_id
          and (other.type = 'dossier.reopened'
            or other.type = 'dossier.pastStepImported'
              and (other.payload ->> 'status' = e.payload ->> 'status' and (other.occurred_at, other.seq) > (e.occurred_at, e.seq)
                or other.payload ->> 'status' = 'finished' and e.payload ->> 'status' = 'returned')))),
  ended as (
    select d.received_at_unit_id as unit_id, count(*) as finished,
      count(*) filter (where c.at <= d.due_at) as on_time,
      count(*) filter (where c.at <= coalesce(d.statistical_due_at, d.due_at) and d.supplements <= 1) as on_time_counted
    from closing c join dossier d on d.id = c.dossier_id
    where d.received_at_unit_id = any (at_units) and is_counted(d)
    group by d.received_at_unit_id)
  select came.unit_id, came.received, coalesce(ended.finished, 0), coalesce(ended.on_time, 0),
    coalesce(ended.on_time_counted, 0)
  from came left join ended on ended.unit_id = came.unit_id;
end;
comment on function count_dossiers_between is 'Dossiers received, finished, and finished in time by the law and by the figures, by the unit of receipt as it was; those of another system by its days. Counts only.';

drop function dossier_figures(uuid[], timestamptz, timestamptz, timestamptz, text[], text[], text[]);
create function dossier_figures(units uuid[], since timestamptz, until_at timestamptz, as_of timestamptz,
  fields text[], codes text[], excepted text[])
returns table (field text, code text, by_post integer, by_state integer, imported integer, finished integer,
  on_time integer, overdue integer, median_minutes integer, sent_back integer, handed_back integer)
language sql stable security definer
begin atomic
  with told as (
    select d.id, d.field_code, d.procedure_code, d.received_at, d.due_at, d.imported_from is not null as imported,
      d.business_status in (
        'withdrawn', 'stopped', 'notReceived', 'awaitingSupplement', 'awaitingPayment', 'finished',
        'returnAwaitingConfirmation', 'returned') as excused,
      bool_or(e.type in ('dossier.received', 'dossier.takenIn', 'dossier.accepted', 'dossier.acceptanceTakenIn')
        and e.basis_kind in ('mandate', 'assignment')) as posted,
      case
        when max(e.seq) filter (where e.type = 'dossier.approved')
            > coalesce(max(e.seq) filter (where e.type = 'dossier.reopened'), 0)
          then max(e.recorded_at) filter (where e.type = 'dossier.approved')
        when max(e.seq) filter (where e.type = 'dossier.reopened') is null
            and bool_or(e.seq = 1 and e.type = 'dossier.imported' and e.payload ->> 'status' in ('finished', 'returned'))
          then coalesce(
            max(e.occurred_at) filter (where e.type = 'dossier.pastStepImported' and e.payload ->> 'status' = 'finished'),
            max(e.occurred_at) filter (where e.type = 'dossier.pastStepImported' and e.payload ->> 'status' = 'returned'))
      end as finished_at,
      count(*) filter (where e.type = 'dossier.sentBack') as sent_back,
      count(*) filter (where e.type = 'dossier.handedBack') as handed_back
    from dossier d join dossier_event e on e.dossier_id = d.id
    where d.received_at_unit_id = any (units) and d.received_at >= since and d.received_at < until_at
      and is_counted(d)
      and (fields is null
        or (d.field_code = any (fields) or d.procedure_code = any (codes)) and d.procedure_code <> all (excepted))
    group by d.id)
  select t.field_code, t.procedure_code,
    (count(*) filter (where t.posted))::integer,
    (count(*) filter (where not t.posted and not t.imported))::integer,
    (count(*) filter (where t.imported))::integer,
    count(t.finished_at)::integer,
    (count(*) filter (where t.finished_at <= t.due_at))::integer,
    (count(*) filter (where t.finished_at is null and not t.excused and t.due_at < as_of))::integer,
    round(extract(epoch from percentile_cont(0.5) within group (order by t.finished_at - t.received_at)) / 60)::integer,
    coalesce(sum(t.sent_back), 0)::integer,
    coalesce(sum(t.handed_back), 0)::integer
  from told t
  group by grouping sets ((), (t.field_code), (t.field_code, t.procedure_code));
end;
comment on function dossier_figures is 'Past the row policies, and counts only: whoever may read mandates may know what a unit does, not about whom. Who received what another system took in is not known: it is counted by itself.';
revoke all on function dossier_figures from public;
grant execute on function dossier_figures to :app;
