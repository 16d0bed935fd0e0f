-- Who has a dossier open now. A page says so every few seconds; a crash may empty the table, and nothing depends on it.
create unlogged table presence (
  dossier_id uuid not null,
  account_id uuid not null,
  since timestamptz not null,
  seen_at timestamptz not null,
  doing text,
  scope uuid[] not null,
  primary key (dossier_id, account_id)
);
comment on table presence is 'Người đang mở hồ sơ: who looks at a dossier, and which form is open there. No lock: it lapses by itself.';
create index presence_seen on presence (seen_at);
alter table presence enable row level security;
create policy presence_scope on presence using (scope && nullif(current_setting('motcua.scope', true), '')::uuid[]);
grant select, insert, update, delete on presence to :app;

create function clock_stands(status text, resumes text[]) returns boolean
language sql immutable
return status in ('awaitingSupplement', 'awaitingPayment')
  or status = 'withdrawalAsked' and coalesce(resumes[cardinality(resumes)] in ('awaitingSupplement', 'awaitingPayment'), false);
comment on function clock_stands is 'The next step is the citizen''s, also while a withdrawal is asked for meanwhile.';

create function count_work(at_units uuid[], at_agencies uuid[], statuses text[], as_of timestamptz)
returns table (status text, standing boolean, overdue boolean, due_on date, officer_id uuid, place_id uuid, dossiers bigint)
language plpgsql stable security definer
set search_path = :space, pg_temp
set plan_cache_mode = force_generic_plan
as $$
begin
  return query
    select work.business_status, work.stands, not work.stands and work.due_at < as_of,
      case when not work.stands and work.due_at >= as_of
        then (work.due_at at time zone 'Asia/Ho_Chi_Minh')::date end,
      work.case_officer_id, work.other, count(*)
    from (
      select business_status, due_at, case_officer_id, deciding_agency_id as other,
        clock_stands(business_status, resumes_to) as stands
      from dossier where received_at_unit_id = any (at_units)
        and business_status = any (statuses) and business_status <> 'returned'
      union all
      select business_status, due_at, case_officer_id, received_at_unit_id, clock_stands(business_status, resumes_to)
      from dossier where deciding_agency_id = any (at_agencies)
        and business_status = any (statuses) and business_status <> 'returned'
    ) as work
    group by 1, 2, 3, 4, 5, 6;
end
$$;
comment on function count_work is 'Open work of these places by status, date, officer and the other side''s place, from the index of open work. Counts only.';
create function count_step_work(at_units uuid[], at_agencies uuid[], statuses text[], as_of timestamptz)
returns table (step text, standing boolean, overdue boolean, due_on date, dossiers bigint)
language plpgsql stable security definer
set search_path = :space, pg_temp
set plan_cache_mode = force_generic_plan
as $$
begin
  return query
    select work.name, work.stands, not work.stands and work.due_at < as_of,
      case when not work.stands and work.due_at >= as_of
        then (work.due_at at time zone 'Asia/Ho_Chi_Minh')::date end,
      count(distinct work.id)
    from (
      select d.id, d.due_at, clock_stands(d.business_status, d.resumes_to) as stands, s.name
      from dossier d join dossier_step s on s.dossier_id = d.id and s.state in ('open', 'assigned', 'taken')
      where (d.received_at_unit_id = any (at_units) or d.deciding_agency_id = any (at_agencies))
        and d.business_status = any (statuses) and d.business_status <> 'returned'
    ) as work
    group by 1, 2, 3, 4;
end
$$;
comment on function count_step_work is 'Open work by the steps that are open in it; what is done side by side counts at each. By the date of the whole.';
revoke all on function clock_stands, count_work, count_step_work from public;
grant execute on function clock_stands, count_work, count_step_work to :app;
