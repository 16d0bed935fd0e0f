-- Why: reference data comes from the files of the program, and an administrator or an import may change it here.
-- What was changed here the next start leaves alone; each change is kept with who made it and by which right.

alter table administrative_unit add column changed_here boolean not null default false;
alter table administrative_succession add column changed_here boolean not null default false;
alter table agency add column changed_here boolean not null default false;
alter table agency_code add column changed_here boolean not null default false;
alter table one_stop_unit add column changed_here boolean not null default false;
alter table competence add column changed_here boolean not null default false;
alter table post_office add column changed_here boolean not null default false;
alter table reception_point add column changed_here boolean not null default false;
alter table counter
  add column changed_here boolean not null default false,
  add column valid_from date not null default '2025-07-01',
  add column valid_to date;
alter table space_place add column changed_here boolean not null default false;
alter table field add column changed_here boolean not null default false;
alter table procedure_version add column changed_here boolean not null default false;

create table reference_file (
  name text primary key,
  sha256 bytea not null
);
comment on table reference_file is 'Which reference file was stored last: one that is still the same is not read again at a start.';

create table reference_change (
  id uuid primary key,
  table_name text not null,
  row_key text not null,
  before jsonb,
  after jsonb,
  basis_kind text not null check (basis_kind in ('office', 'mandate', 'assignment', 'ownRight', 'partner', 'rule')),
  basis_id text not null,
  actor_id uuid,
  reason text,
  recorded_at timestamptz not null
);
comment on table reference_change is 'Ledger of what was changed here in the reference data: before, after, by whom, by which right. Append-only.';
create index reference_change_row on reference_change (table_name, row_key, recorded_at);

grant select on reference_file to :app;
grant select, insert on reference_change to :app;
grant insert, update on agency, agency_code, one_stop_unit, competence, post_office, reception_point, counter,
  space_place, field, procedure_version to :app;
grant insert on administrative_unit, administrative_succession to :app;
grant update (valid_to, changed_here) on administrative_unit to :app;
grant update on reference_epoch to :app;
