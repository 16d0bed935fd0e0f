-- Why: before units are reorganised somebody looks at how much is open there, and afterwards figures are asked for by
-- the old map or by the new one. Both are counts over all rows, which no row policy should have to read one by one.

create index dossier_event_approved on dossier_event (recorded_at) include (dossier_id)
  where type = 'dossier.approved';

create function count_open_at(at_units uuid[]) returns table (unit_id uuid, status text, dossiers bigint)
language sql stable security definer
set search_path = :space, pg_temp
as $$
  select received_at_unit_id, business_status, count(*) from dossier
  where received_at_unit_id = any (at_units) and business_status <> 'returned' and business_status <> 'withdrawn'
  group by received_at_unit_id, business_status
$$;
comment on function count_open_at is 'How many dossiers are open at units, by status. Counts only.';

create function count_decided_at(at_agencies uuid[]) returns table (agency_id uuid, dossiers bigint)
language sql stable security definer
set search_path = :space, pg_temp
as $$
  select deciding_agency_id, count(*) from dossier
  where deciding_agency_id = any (at_agencies) and business_status <> 'returned' and business_status <> 'withdrawn'
  group by deciding_agency_id
$$;
comment on function count_decided_at is 'How many open dossiers agencies decide or have decided. Counts only.';

create function count_papers_at(at_units uuid[])
returns table (unit_id uuid, holder_kind text, holder_id uuid, papers bigint)
language sql stable security definer
set search_path = :space, pg_temp
as $$
  select d.received_at_unit_id, i.holder_kind, i.holder_id, count(*)
  from dossier d join item i on i.dossier_id = d.id
  where d.received_at_unit_id = any (at_units) and d.business_status <> 'returned' and d.business_status <> 'withdrawn'
    and i.holder_kind in ('counter', 'unit', 'agency')
  group by d.received_at_unit_id, i.holder_kind, i.holder_id
$$;
comment on function count_papers_at is 'Papers and results of open dossiers of units, by the place that holds them. Counts only.';

create function count_dossiers_between(at_units uuid[], from_at timestamptz, to_at timestamptz)
returns table (unit_id uuid, received bigint, finished bigint, on_time bigint)
language sql stable security definer
set search_path = :space, pg_temp
as $$
  with came as (
    select unit.id as unit_id, counted.received
    from unnest(at_units) as unit (id)
    cross join lateral (
      select count(*) as received from dossier_search s
      where s.unit_id = unit.id and s.received_at >= from_at and s.received_at < to_at) as counted),
  ended as (
    select d.received_at_unit_id as unit_id, count(*) as finished,
      count(*) filter (where e.recorded_at <= d.due_at) as on_time
    from dossier_event e join dossier d on d.id = e.dossier_id
    where e.type = 'dossier.approved' and e.recorded_at >= from_at and e.recorded_at < to_at
      and d.received_at_unit_id = any (at_units)
    group by d.received_at_unit_id)
  select came.unit_id, came.received, coalesce(ended.finished, 0), coalesce(ended.on_time, 0)
  from came left join ended on ended.unit_id = came.unit_id
$$;
comment on function count_dossiers_between is 'Dossiers received, finished and finished in time, by the unit of receipt as it was. Counts only.';

revoke all on function count_open_at, count_decided_at, count_papers_at, count_dossiers_between from public;
grant execute on function count_open_at, count_decided_at, count_papers_at, count_dossiers_between to :app;
