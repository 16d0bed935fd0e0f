-- The ledgers of a space and what is derived from them. Ledger tables are append-only by grant.
-- `scope` lists the units and agencies that may see a row; row-level policies compare it with the
-- request's own, as the second wall behind the use-cases. No trigger, no foreign key across spaces.

create table mandate_decision (
  id uuid primary key,
  number text not null,
  issuer text not null,
  title text not null,
  issued_on date not null,
  source text not null
);

create table mandate (
  id uuid primary key,
  decision_id uuid not null references mandate_decision,
  unit_id uuid not null,
  post_office_id uuid not null,
  tasks text[] not null,
  field_codes text[] not null,
  procedure_codes text[] not null,
  except_procedure_codes text[] not null,
  autonomy text not null check (autonomy in ('assist', 'supervised', 'independent')),
  status text not null check (status in ('inForce', 'suspended', 'ended')),
  valid_from date not null,
  valid_to date
);
comment on table mandate is 'Giao nhiệm vụ: procedures or fields × tasks × unit × period × autonomy. Folded from mandate_event.';

create table mandate_event (
  mandate_id uuid not null references mandate,
  seq integer not null check (seq > 0),
  type text not null,
  type_version smallint not null,
  payload jsonb not null,
  basis_kind text not null check (basis_kind in ('office', 'mandate', 'assignment', 'ownRight', 'partner', 'rule')),
  basis_id text not null,
  actor_id uuid not null,
  occurred_at timestamptz not null,
  recorded_at timestamptz not null,
  primary key (mandate_id, seq)
);

create table accreditation (
  id uuid primary key,
  account_id uuid not null,
  field_code text not null,
  held_on date not null,
  valid_from date not null,
  valid_to date
);
comment on table accreditation is 'Tập huấn, công nhận: without it a mandate does not reach the clerk.';
create index accreditation_account on accreditation (account_id);

create table mandate_epoch (
  one boolean primary key default true check (one),
  epoch bigint not null
);
comment on table mandate_epoch is 'Grows with every change of a mandate or accreditation; a writing statement asserts the one it decided under.';
insert into mandate_epoch (epoch) values (1);

create table dossier_code_counter (
  agency_code text not null,
  day date not null,
  last integer not null,
  primary key (agency_code, day)
);
comment on table dossier_code_counter is 'The last number given per agency and day of receipt, in the transaction of the receipt: no gap, no double.';

create table dossier (
  id uuid primary key,
  code text not null unique,
  version integer not null,
  procedure_version_id uuid not null,
  procedure_code text not null,
  procedure_name text not null,
  field_code text not null,
  channel text not null check (channel in ('direct', 'online', 'postal')),
  limit_case text,
  received_as text not null check (received_as in ('agentOfAgency', 'postalForwarder')),
  helped_at_unit_id uuid not null,
  received_at_unit_id uuid not null,
  deciding_agency_id uuid not null,
  reception_point_id uuid not null,
  counter_id uuid not null,
  received_at timestamptz not null,
  received_by uuid not null,
  due_at timestamptz not null,
  due_provisional boolean not null,
  due_explanation jsonb not null,
  business_status text not null check (business_status in ('received', 'forwarded', 'processing', 'awaitingApproval', 'finished', 'returned')),
  money_status text not null check (money_status in ('nothingDue', 'due', 'toBeFixed')),
  delivery_status text not null check (delivery_status in ('notReady', 'readyAtUnit', 'handedOver')),
  sync_status text not null check (sync_status in ('notSent', 'sent')),
  fee_due bigint,
  return_method text not null check (return_method in ('counter', 'postal', 'electronic')),
  dossier_sets smallint not null,
  assisted_writing boolean not null,
  missing_papers_reason text,
  remarks_sealed bytea,
  track_secret_sealed bytea not null,
  applicant_name text not null,
  case_officer_id uuid,
  prepared_by uuid,
  outcome text check (outcome in ('granted', 'refused')),
  result_file_id uuid,
  result_number text,
  scope uuid[] not null
);
comment on table dossier is 'The projection of a dossier (hồ sơ): every status column equals the fold of dossier_event.';
create index dossier_unit_queue on dossier (received_at_unit_id, business_status, due_at, id) where business_status <> 'returned';
create index dossier_agency_queue on dossier (deciding_agency_id, business_status, due_at, id) where business_status <> 'returned';

create table dossier_event (
  dossier_id uuid not null references dossier,
  seq integer not null check (seq > 0),
  type text not null,
  type_version smallint not null,
  payload jsonb not null,
  basis_kind text not null check (basis_kind in ('office', 'mandate', 'assignment', 'ownRight', 'partner', 'rule')),
  basis_id text not null,
  actor_id uuid not null,
  counter_id uuid,
  request_id text not null,
  occurred_at timestamptz not null,
  recorded_at timestamptz not null,
  scope uuid[] not null,
  primary key (dossier_id, seq)
);
comment on table dossier_event is 'Ledger: what has been done, by whom, by which right. Ordered by seq, never by time. Nothing personal in payload.';

create table event_note (
  dossier_id uuid not null references dossier,
  seq integer not null,
  sealed bytea not null,
  scope uuid[] not null,
  primary key (dossier_id, seq)
);
comment on table event_note is 'What a person wrote beside an act, sealed: free text may name people, and an event must not.';

create table party (
  id uuid primary key,
  dossier_id uuid not null references dossier,
  role text not null check (role in ('applicant', 'submitter', 'proxy')),
  kind text not null check (kind in ('person', 'organisation')),
  sealed bytea not null,
  number_index bytea not null,
  phone_index bytea,
  scope uuid[] not null
);
comment on column party.sealed is 'All details, encrypted with the key ring; number_index and phone_index find exact matches only.';
create index party_dossier on party (dossier_id);
create index party_number on party (number_index);
create index party_phone on party (phone_index) where phone_index is not null;

create table item (
  id uuid primary key,
  dossier_id uuid not null references dossier,
  position smallint not null,
  kind text not null check (kind in ('paper', 'result')),
  paper_id text,
  name text not null,
  originals smallint not null,
  copies smallint not null,
  shown boolean not null,
  note text,
  holder_kind text check (holder_kind in ('person', 'counter', 'agency', 'unit', 'citizen')),
  holder_id uuid,
  custody_seq integer not null,
  scope uuid[] not null,
  check ((holder_kind is null) = (custody_seq = 0))
);
comment on table item is 'A paper or result that is tracked; its holder is the fold of custody_entry. A paper only shown has no custody.';
create index item_dossier on item (dossier_id);

create table custody_entry (
  item_id uuid not null references item,
  seq integer not null check (seq > 0),
  type text not null check (type in ('born', 'handedOver')),
  dossier_id uuid not null,
  dossier_seq integer not null,
  from_kind text,
  from_id uuid,
  to_kind text not null,
  to_id uuid,
  signature_file_id uuid,
  actor_id uuid not null,
  occurred_at timestamptz not null,
  recorded_at timestamptz not null,
  scope uuid[] not null,
  primary key (item_id, seq),
  check ((type = 'born') = (seq = 1)),
  check ((type = 'born') = (from_kind is null))
);
comment on table custody_entry is 'Ledger: who holds each paper. The first entry is its birth; the last names its holder.';

create table file (
  id uuid primary key,
  dossier_id uuid not null references dossier,
  purpose text not null check (purpose in ('result', 'signature', 'signedSlip', 'receipt')),
  sha256 bytea not null,
  bytes integer not null,
  media_type text not null check (media_type in ('application/pdf', 'image/png', 'image/jpeg')),
  name text not null,
  uploaded_by uuid not null,
  uploaded_at timestamptz not null,
  scope uuid[] not null
);
create index file_dossier on file (dossier_id);

create table dossier_search (
  dossier_id uuid primary key,
  unit_id uuid not null,
  agency_id uuid not null,
  code text not null,
  name_key text not null
);
comment on table dossier_search is 'Names for the search by trigrams. No policy (it would skip the index): reached only through search_dossier.';
create index dossier_search_unit on dossier_search using gin (unit_id, name_key gin_trgm_ops);
create index dossier_search_agency on dossier_search using gin (agency_id, name_key gin_trgm_ops);

create function search_dossier(places uuid[], wanted text, most integer) returns setof uuid
language sql stable security definer
begin atomic
  select dossier_id from dossier_search
  where (unit_id = any (places) or agency_id = any (places)) and name_key like wanted
  limit most;
end;
comment on function search_dossier is 'The one way into dossier_search: the caller''s units and agencies come first.';
revoke all on function search_dossier from public;

create function dossier_of_code(wanted text) returns uuid
language sql stable security definer
begin atomic
  select id from dossier where code = wanted;
end;
comment on function dossier_of_code is 'The key of a code, for the public look-up: nothing of the dossier, which the secret opens.';
revoke all on function dossier_of_code from public;

create table draft (
  id uuid primary key,
  account_id uuid not null,
  version integer not null,
  sealed bytea not null,
  updated_at timestamptz not null
);
comment on table draft is 'Half-filled intake forms, sealed, one owner each; purged after seven days.';
create index draft_account on draft (account_id, updated_at);
create index draft_updated on draft (updated_at);

create table idempotency (
  account_id uuid not null,
  key text not null,
  route text not null,
  request_hash bytea not null,
  answer jsonb,
  created_at timestamptz not null,
  primary key (account_id, key)
);
create index idempotency_created on idempotency (created_at);

create table outbox (
  id uuid primary key,
  topic text not null,
  payload jsonb not null,
  created_at timestamptz not null,
  queued_at timestamptz
);
comment on table outbox is 'What must still be done because of an act; a row goes when its job is done.';
create index outbox_waiting on outbox (id) where queued_at is null;

create table access_log (
  id uuid primary key,
  at timestamptz not null,
  account_id uuid,
  route text not null,
  dossier_id uuid,
  outcome text not null,
  request_id text not null
);
comment on table access_log is 'Every read of a person''s data and every refusal: who, what, when. Append-only.';
create index access_log_dossier on access_log (dossier_id, at);

grant usage on schema :space to :app;
grant select, insert on dossier_event, custody_entry, mandate_event, access_log to :app;
grant select, insert, update on dossier, item, dossier_code_counter, idempotency, mandate, mandate_epoch to :app;
grant select, insert on mandate_decision, accreditation, party, event_note, file to :app;
grant select, insert, update, delete on draft to :app;
grant select, insert, delete, update (queued_at) on outbox to :app;
grant delete on idempotency to :app;
grant insert, update on dossier_search to :app;
grant execute on function search_dossier, dossier_of_code to :app;

alter table dossier enable row level security;
alter table dossier_event enable row level security;
alter table event_note enable row level security;
alter table party enable row level security;
alter table item enable row level security;
alter table custody_entry enable row level security;
alter table file enable row level security;
alter table draft enable row level security;

create policy dossier_scope on dossier using (
  scope && nullif(current_setting('motcua.scope', true), '')::uuid[]
  or id = nullif(current_setting('motcua.dossier', true), '')::uuid);
create policy dossier_event_scope on dossier_event using (
  scope && nullif(current_setting('motcua.scope', true), '')::uuid[]
  or dossier_id = nullif(current_setting('motcua.dossier', true), '')::uuid);
create policy event_note_scope on event_note using (
  scope && nullif(current_setting('motcua.scope', true), '')::uuid[]
  or dossier_id = nullif(current_setting('motcua.dossier', true), '')::uuid);
create policy party_scope on party using (
  scope && nullif(current_setting('motcua.scope', true), '')::uuid[]
  or dossier_id = nullif(current_setting('motcua.dossier', true), '')::uuid);
create policy item_scope on item using (
  scope && nullif(current_setting('motcua.scope', true), '')::uuid[]
  or dossier_id = nullif(current_setting('motcua.dossier', true), '')::uuid);
create policy custody_entry_scope on custody_entry using (
  scope && nullif(current_setting('motcua.scope', true), '')::uuid[]
  or dossier_id = nullif(current_setting('motcua.dossier', true), '')::uuid);
create policy file_scope on file using (
  scope && nullif(current_setting('motcua.scope', true), '')::uuid[]
  or dossier_id = nullif(current_setting('motcua.dossier', true), '')::uuid);
create policy draft_owner on draft using (account_id = nullif(current_setting('motcua.account', true), '')::uuid);
create policy draft_purge on draft for delete using (nullif(current_setting('motcua.purge_before', true), '')::timestamptz > updated_at);
create policy draft_purge_read on draft for select using (nullif(current_setting('motcua.purge_before', true), '')::timestamptz > updated_at);
