-- Hậu kiểm: acts of the post under `supervised` count at once, and some of each day are looked at afterwards.

create table sample_draw (
  unit_id uuid not null,
  day date not null,
  seed bytea not null check (length(seed) >= 16),
  percent smallint not null check (percent between 1 and 100),
  least smallint not null check (least >= 0),
  acts integer not null,
  chosen integer not null check (chosen <= acts),
  drawn_at timestamptz not null,
  primary key (unit_id, day)
);
comment on table sample_draw is 'One per unit and day, after the day: the seed is drawn then, so that nobody could know before which act would be looked at, and everybody can count again after.';

create table act_sample (
  dossier_id uuid not null,
  seq integer not null,
  unit_id uuid not null,
  day date not null,
  mandate_id uuid not null references mandate,
  account_id uuid not null,
  post_office_id uuid not null,
  field_code text not null,
  procedure_code text not null,
  scope uuid[] not null,
  primary key (dossier_id, seq),
  foreign key (dossier_id, seq) references dossier_event,
  foreign key (unit_id, day) references sample_draw
);
comment on table act_sample is 'An act that was drawn for a look afterwards.';
create index act_sample_unit on act_sample (unit_id, day, dossier_id, seq);
create index act_sample_mandate on act_sample (mandate_id);

create table sample_verdict (
  dossier_id uuid not null,
  seq integer not null,
  verdict text not null check (verdict in ('right', 'wrong')),
  kind text check (kind in ('papers', 'details', 'procedure', 'fee', 'handling', 'other')),
  words_sealed bytea,
  judged_by uuid not null,
  judged_by_post uuid not null,
  judged_at timestamptz not null,
  scope uuid[] not null,
  primary key (dossier_id, seq),
  foreign key (dossier_id, seq) references act_sample,
  check ((verdict = 'wrong') = (kind is not null))
);
comment on column sample_verdict.words_sealed is 'What was found wrong, sealed: free text may name people.';

alter table act_sample enable row level security;
alter table sample_verdict enable row level security;
create policy act_sample_scope on act_sample using (
  scope && nullif(current_setting('motcua.scope', true), '')::uuid[]);
create policy sample_verdict_scope on sample_verdict using (
  scope && nullif(current_setting('motcua.scope', true), '')::uuid[]);

grant select, insert on sample_draw, act_sample, sample_verdict to :app;

create function sample_figures(units uuid[], first_day date, last_day date, mandate uuid,
  fields text[], codes text[], excepted text[])
returns table (field text, code text, drawn integer, judged integer, wrong integer)
language sql stable security definer
begin atomic
  select s.field_code, s.procedure_code, count(*)::integer, count(v.verdict)::integer,
    (count(*) filter (where v.verdict = 'wrong'))::integer
  from act_sample s left join sample_verdict v on v.dossier_id = s.dossier_id and v.seq = s.seq
  where s.unit_id = any (units) and s.day >= first_day and s.day <= last_day
    and (mandate is null or s.mandate_id = mandate)
    and (fields is null or (s.field_code = any (fields) or s.procedure_code = any (codes))
      and s.procedure_code <> all (excepted))
  group by grouping sets ((), (s.field_code), (s.field_code, s.procedure_code));
end;
comment on function sample_figures is 'Past the row policies, counts only: how many acts were drawn, judged and found wrong.';
revoke all on function sample_figures from public;
grant execute on function sample_figures to :app;
