-- Every turn a dossier can take: what waits goes on from where it came, a date is given only with the receipt.
alter table dossier drop constraint dossier_business_status_check;
alter table dossier add constraint dossier_business_status_check check (business_status in (
  'lodged', 'toBeSupplemented', 'notReceived', 'awaitingConfirmation', 'handedBack', 'withdrawn', 'received',
  'forwarded', 'processing', 'awaitingSupplement', 'supplementAwaitingConfirmation', 'awaitingPayment',
  'withdrawalAsked', 'stopped', 'awaitingApproval', 'finished', 'returnAwaitingConfirmation', 'returned'));
alter table dossier alter column due_at drop not null;
alter table dossier drop constraint dossier_own_is_whole;
alter table dossier add constraint dossier_own_is_whole check (
  imported_from is not null or num_nulls(counter_id, reception_point_id, received_by) = 0);
alter table dossier add constraint dossier_due_is_explained check (
  imported_from is not null or (due_at is null) = (due_explanation is null));
alter table dossier add column resumes_to text[] not null default '{}';
alter table dossier add column supplements smallint not null default 0;
alter table dossier add column extended boolean not null default false;
comment on column dossier.resumes_to is 'Where it goes on when what it waits for is there; the last is resumed first.';
comment on column dossier.supplements is 'Số lần yêu cầu bổ sung: requests for a supplement after the receipt; the law allows one.';
comment on column dossier.extended is 'The due date was moved with an apology, which is done once.';
grant update (resumes_to, supplements, extended, due_at, due_provisional, due_explanation) on dossier to :app;

create table form_counter (
  unit_id uuid not null,
  year smallint not null,
  form text not null,
  last integer not null,
  primary key (unit_id, year, form)
);
comment on table form_counter is 'The last number of each form, by unit and year (TT 01/2018/TT-VPCP Điều 10).';
grant select, insert, update on form_counter to :app;

create table form_issue (
  id uuid primary key,
  dossier_id uuid not null,
  seq integer not null,
  form text not null check (form in ('mau02', 'mau03', 'mau04', 'mau05')),
  form_set text not null check (form_set in ('TT01_2018', 'TT03_2025')),
  unit_id uuid not null,
  year smallint not null,
  number integer not null,
  sealed bytea not null,
  issued_at timestamptz not null,
  scope uuid[] not null,
  unique (unit_id, year, form, number),
  foreign key (dossier_id, seq) references dossier_event
);
comment on table form_issue is 'A form that was issued with an act: what it says, sealed, and its number. Append-only.';
create index form_issue_dossier on form_issue (dossier_id, seq);
alter table form_issue enable row level security;
create policy form_issue_scope on form_issue using (
  scope && nullif(current_setting('motcua.scope', true), '')::uuid[]
  or dossier_id = nullif(current_setting('motcua.dossier', true), '')::uuid);
grant select, insert on form_issue to :app;
alter table file drop constraint file_purpose_check;
alter table file add constraint file_purpose_check check (
  purpose in ('result', 'signature', 'signedSlip', 'receipt', 'form'));

create function receive_in_search(dossier uuid, moment timestamptz) returns void
language sql volatile security definer
begin atomic
  update dossier_search set received_at = moment where dossier_id = dossier;
end;
comment on function receive_in_search is 'What was lodged is found by the moment at which it was received. Past the missing right to read: who writes a row need not see it.';
revoke all on function receive_in_search from public;
grant execute on function receive_in_search to :app;

-- What was stopped or not received has ended as well; its papers are still somewhere, and are counted.
create or replace function count_open_at(at_units uuid[]) returns table (unit_id uuid, status text, dossiers bigint)
language sql stable security definer
set search_path = :space, pg_temp
as $$
  select received_at_unit_id, business_status, count(*) from dossier
  where received_at_unit_id = any (at_units) and business_status <> 'returned'
    and business_status not in ('withdrawn', 'stopped', 'notReceived')
  group by received_at_unit_id, business_status
$$;

create or replace function count_decided_at(at_agencies uuid[]) returns table (agency_id uuid, dossiers bigint)
language sql stable security definer
set search_path = :space, pg_temp
as $$
  select deciding_agency_id, count(*) from dossier
  where deciding_agency_id = any (at_agencies) and business_status <> 'returned'
    and business_status not in ('withdrawn', 'stopped', 'notReceived')
  group by deciding_agency_id
$$;

-- Nothing is overdue while the clock stands, nor once it has ended; a result that is made again is not finished.
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
    where d.received_at_unit_id = any (units) and d.received_at >= since and d.received_at < until_at
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
