-- Đánh giá của người dân: what citizens say of how they were served, one row for each answer.

create table rating (
  dossier_id uuid not null references dossier,
  seq integer not null check (seq >= 1),
  level text not null check (level in ('verySatisfied', 'satisfied', 'notSatisfied')),
  rated_at timestamptz not null,
  unit_id uuid not null,
  counter_id uuid,
  field_code text not null,
  procedure_code text not null,
  received_at timestamptz not null,
  primary key (dossier_id, seq)
);
comment on table rating is 'The newest answer of a dossier counts, the earlier ones stay. No words and nobody''s name: who answered what is confidential.';
comment on column rating.unit_id is 'What is rated is the place that took the dossier in; as at the intake, whatever it is called today.';
create index rating_unit on rating (unit_id, received_at);

-- Only who opened this one dossier with its secret: no scope of the staff lets a row be seen.
alter table rating enable row level security;
create policy rating_dossier on rating using (
  dossier_id = nullif(current_setting('motcua.dossier', true), '')::uuid);
grant select, insert on rating to :app;

create function rating_figures(units uuid[], since timestamptz, until_at timestamptz,
  fields text[], codes text[], excepted text[])
returns table (field text, code text, answers integer, satisfied integer)
language sql stable security definer
begin atomic
  with newest as (
    select distinct on (r.dossier_id) r.level, r.field_code, r.procedure_code
    from rating r
    where r.unit_id = any (units) and r.received_at >= since and r.received_at < until_at
      and (fields is null
        or (r.field_code = any (fields) or r.procedure_code = any (codes)) and r.procedure_code <> all (excepted))
    order by r.dossier_id, r.seq desc)
  select n.field_code, n.procedure_code, count(*)::integer,
    case when count(*) >= 5 then (count(*) filter (where n.level <> 'notSatisfied'))::integer end
  from newest n
  group by grouping sets ((), (n.field_code), (n.field_code, n.procedure_code));
end;
comment on function rating_figures is 'Past the row policy, and counts only. How many were satisfied is not told of fewer than five answers: they would give away who answered what.';
revoke all on function rating_figures from public;
grant execute on function rating_figures to :app;
