-- Other agencies in the life of a dossier: one that is asked for its opinion, and those that each decide a part.

create table consultation (
  id uuid primary key,
  dossier_id uuid not null references dossier,
  asked_seq integer not null,
  agency_id uuid not null,
  asking_agency_id uuid not null,
  code text not null,
  procedure_name text not null,
  state text not null check (state in ('open', 'answered', 'withdrawn', 'lapsed')),
  answer_by date not null,
  question_sealed bytea not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  answer_sealed bytea,
  answered_by uuid,
  answered_at timestamptz,
  scope uuid[] not null,
  foreign key (dossier_id, asked_seq) references dossier_event,
  check ((state = 'answered') = (num_nulls(answer_sealed, answered_by, answered_at) = 0))
);
comment on table consultation is 'Lấy ý kiến: a question to another agency with its answer, both sealed; the projection of the dossier''s events.';
comment on column consultation.scope is 'The asked agency beside the places of the dossier: it sees this row, and the dossier only through it.';
comment on column consultation.code is 'Of the dossier, whose row the asked agency does not see in a list.';
create unique index consultation_once on consultation (dossier_id, agency_id) where state = 'open';
create index consultation_dossier on consultation (dossier_id, asked_seq);
create index consultation_open on consultation (agency_id, answer_by, id) where state = 'open';
create index consultation_over on consultation (agency_id, asked_at, id) where state <> 'open';
alter table consultation enable row level security;
create policy consultation_scope on consultation using (
  scope && nullif(current_setting('motcua.scope', true), '')::uuid[]
  or dossier_id = nullif(current_setting('motcua.dossier', true), '')::uuid);
grant select, insert on consultation to :app;
grant update (state, answer_sealed, answered_by, answered_at) on consultation to :app;

alter table dossier add column whole_id uuid references dossier;
alter table dossier add column part_key text;
alter table dossier add constraint dossier_part_is_whole check ((whole_id is null) = (part_key is null));
comment on column dossier.whole_id is 'Liên thông: the dossier that this one is a part of, which the citizen has the code of.';
create unique index dossier_part on dossier (whole_id, part_key) where whole_id is not null;

create function parts_of(whole uuid) returns table (key text, dossier_id uuid, code text, status text, outcome text,
  agency_id uuid, due_at timestamptz, due_provisional boolean, opened_at timestamptz, readable boolean)
language sql stable security definer
set search_path = :space, pg_temp
as $$
  select part.part_key, part.id, part.code, part.business_status, part.outcome, part.deciding_agency_id, part.due_at,
    part.due_provisional, part.received_at,
    coalesce(part.scope && nullif(current_setting('motcua.scope', true), '')::uuid[], false)
  from dossier part join dossier on dossier.id = part.whole_id
  where part.whole_id = whole
    and (dossier.scope && nullif(current_setting('motcua.scope', true), '')::uuid[]
      or dossier.id = nullif(current_setting('motcua.dossier', true), '')::uuid)
$$;
comment on function parts_of is 'Where the parts of a dossier stand, for whoever may read the whole. Past the row policy: a part is its agency''s, and how it stands is everybody''s who has the whole.';
revoke all on function parts_of from public;
grant execute on function parts_of to :app;

create function whole_of(part uuid) returns table (key text, whole_id uuid, code text, procedure_name text,
  procedure_code text, received_on date, status text, readable boolean)
language sql stable security definer
set search_path = :space, pg_temp
as $$
  select own.part_key, whole.id, whole.code, whole.procedure_name, whole.procedure_code,
    (whole.received_at at time zone 'Asia/Ho_Chi_Minh')::date, whole.business_status,
    coalesce(whole.scope && nullif(current_setting('motcua.scope', true), '')::uuid[], false)
  from dossier own join dossier whole on whole.id = own.whole_id
  where own.id = part
    and (own.scope && nullif(current_setting('motcua.scope', true), '')::uuid[]
      or own.id = nullif(current_setting('motcua.dossier', true), '')::uuid)
$$;
comment on function whole_of is 'The dossier that one is a part of, for whoever may read the part.';
revoke all on function whole_of from public;
grant execute on function whole_of to :app;

-- A part is not counted beside its whole: what was handed in once is one dossier.
create or replace function dossier_figures(units uuid[], since timestamptz, until_at timestamptz, as_of timestamptz,
  fields text[], codes text[], excepted text[])
returns table (field text, code text, by_post integer, by_state integer, finished integer, on_time integer,
  overdue integer, median_minutes integer, sent_back integer, handed_back integer)
language sql stable security definer
begin atomic
  with told as (
    select d.id, d.field_code, d.procedure_code, d.received_at, d.due_at,
      bool_or(e.seq = 1 and e.type = 'dossier.imported') as imported,
      d.business_status in ('withdrawn', 'stopped', 'notReceived', 'awaitingSupplement', 'awaitingPayment') as excused,
      bool_or(e.seq = 1 and e.basis_kind in ('mandate', 'assignment')) as posted,
      case when max(e.seq) filter (where e.type = 'dossier.approved')
          > coalesce(max(e.seq) filter (where e.type = 'dossier.reopened'), 0)
        then max(e.recorded_at) filter (where e.type = 'dossier.approved') end as finished_at,
      count(*) filter (where e.type = 'dossier.sentBack') as sent_back,
      count(*) filter (where e.type = 'dossier.handedBack') as handed_back
    from dossier d join dossier_event e on e.dossier_id = d.id
    where d.whole_id is null and d.received_at_unit_id = any (units) and d.received_at >= since and d.received_at < until_at
      and (fields is null
        or (d.field_code = any (fields) or d.procedure_code = any (codes)) and d.procedure_code <> all (excepted))
    group by d.id)
  select t.field_code, t.procedure_code,
    (count(*) filter (where t.posted))::integer,
    (count(*) filter (where not t.posted))::integer,
    count(t.finished_at)::integer,
    (count(*) filter (where t.finished_at <= t.due_at))::integer,
    (count(*) filter (where t.finished_at is null and not t.excused and t.due_at < as_of))::integer,
    round(extract(epoch from percentile_cont(0.5) within group (order by t.finished_at - t.received_at)) / 60)::integer,
    coalesce(sum(t.sent_back), 0)::integer,
    coalesce(sum(t.handed_back), 0)::integer
  from told t where not t.imported
  group by grouping sets ((), (t.field_code), (t.field_code, t.procedure_code));
end;
