-- Figures that speak for a proposal: counted in the ledgers, and kept with it as they were.

create index dossier_unit_received on dossier (received_at_unit_id, received_at);

create table mandate_figures (
  mandate_id uuid not null,
  seq integer not null,
  content jsonb not null,
  taken_at timestamptz not null,
  primary key (mandate_id, seq),
  foreign key (mandate_id, seq) references mandate_event
);
comment on table mandate_figures is 'What the ledgers said when a mandate was proposed: it is decided on that, whatever is counted later.';
grant select, insert on mandate_figures to :app;

create function dossier_figures(units uuid[], since timestamptz, until_at timestamptz, as_of timestamptz,
  fields text[], codes text[], excepted text[])
returns table (field text, code text, by_post integer, by_state integer, finished integer, on_time integer,
  overdue integer, median_minutes integer, sent_back integer, handed_back integer)
language sql stable security definer
begin atomic
  with told as (
    select d.id, d.field_code, d.procedure_code, d.received_at, d.due_at,
      bool_or(e.seq = 1 and e.type = 'dossier.imported') as imported,
      bool_or(e.type = 'dossier.withdrawn') as withdrawn,
      bool_or(e.seq = 1 and e.basis_kind in ('mandate', 'assignment')) as posted,
      max(e.recorded_at) filter (where e.type = 'dossier.approved') as finished_at,
      count(*) filter (where e.type = 'dossier.sentBack') as sent_back,
      count(*) filter (where e.type = 'dossier.handedBack') as handed_back
    from dossier d join dossier_event e on e.dossier_id = d.id
    where d.received_at_unit_id = any (units) and d.received_at >= since and d.received_at < until_at
      and (fields is null
        or (d.field_code = any (fields) or d.procedure_code = any (codes)) and d.procedure_code <> all (excepted))
    group by d.id)
  select t.field_code, t.procedure_code,
    (count(*) filter (where t.posted))::integer,
    (count(*) filter (where not t.posted))::integer,
    count(t.finished_at)::integer,
    (count(*) filter (where t.finished_at <= t.due_at))::integer,
    (count(*) filter (where t.finished_at is null and not t.withdrawn and t.due_at < as_of))::integer,
    round(extract(epoch from percentile_cont(0.5) within group (order by t.finished_at - t.received_at)) / 60)::integer,
    coalesce(sum(t.sent_back), 0)::integer,
    coalesce(sum(t.handed_back), 0)::integer
  from told t where not t.imported
  group by grouping sets ((), (t.field_code), (t.field_code, t.procedure_code));
end;
comment on function dossier_figures is 'Past the row policies, and counts only: whoever may read mandates may know what a unit does, not about whom.';

create function guidance_figures(units uuid[], first_day date, last_day date, fields text[], codes text[], excepted text[])
returns table (field text, code text, given integer, minutes integer)
language sql stable security definer
begin atomic
  with told as (
    select g.field_code, coalesce(g.procedure_code, '') as procedure_code, g.minutes
    from guidance g
    where g.unit_id = any (units) and g.day >= first_day and g.day <= last_day and g.withdrawn_at is null)
  select t.field_code, t.procedure_code, count(*)::integer, coalesce(sum(t.minutes), 0)::integer
  from told t
  where fields is null
    or (t.field_code = any (fields) or t.procedure_code = any (codes)) and t.procedure_code <> all (excepted)
  group by grouping sets ((), (t.field_code), (t.field_code, t.procedure_code));
end;
comment on function guidance_figures is 'Guidance at a unit by field and procedure, counts and minutes only; an empty code is guidance about no procedure.';

create function assignment_figures(units uuid[], since timestamptz, until_at timestamptz)
returns table (task text, code text, post_office_id uuid, day date, given integer, acts integer)
language sql stable security definer
begin atomic
  with offices as (
    select distinct c.post_office_id as id from nation.counter c
    join nation.reception_point p on p.id = c.reception_point_id
    where p.one_stop_unit_id = any (units) and c.post_office_id is not null)
  select g.task, coalesce(g.procedure_code, d.procedure_code), s.post_office_id,
    (g.given_at at time zone 'Asia/Ho_Chi_Minh')::date, count(*)::integer,
    sum((select count(*) from dossier_event e
      where e.basis_kind = 'assignment' and e.basis_id = g.id::text))::integer
  from assignment g
  left join dossier d on d.id = g.dossier_id
  left join lateral (
    select h.post_office_id from nation.staff_post h join offices o on o.id = h.post_office_id
    where h.account_id = g.account_id and h.role = 'postalClerk'
      and h.valid_from <= g.valid_from and coalesce(h.valid_to, 'infinity') >= g.valid_from
    order by h.id limit 1) s on true
  where g.unit_id = any (units) and g.given_at >= since and g.given_at < until_at
  group by 1, 2, 3, 4;
end;
comment on function assignment_figures is 'Tasks given outside of the list, by task, procedure, office and day: to whom is not said.';

revoke all on function dossier_figures, guidance_figures, assignment_figures from public;
grant execute on function dossier_figures, guidance_figures, assignment_figures to :app;
