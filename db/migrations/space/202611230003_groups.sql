-- Several applicants of one visit: each has a dossier of their own, and the visit has a name to be found by.
create table dossier_group_counter (
  unit_id uuid not null,
  day date not null,
  last integer not null,
  primary key (unit_id, day)
);
comment on table dossier_group_counter is 'The last number of a group by unit and day.';
grant select, insert, update on dossier_group_counter to :app;

create table dossier_group (
  id uuid primary key,
  code text not null unique,
  name text not null,
  name_key text not null,
  unit_id uuid not null,
  counter_id uuid not null,
  procedure_version_id uuid not null,
  procedure_code text not null,
  procedure_name text not null,
  opened_by uuid not null,
  opened_at timestamptz not null,
  scope uuid[] not null
);
comment on table dossier_group is 'Hồ sơ nộp theo nhóm: dossiers of several applicants that were handed in together at one counter.';
comment on column dossier_group.name_key is 'The name as it is searched: without diacritics, in lower case.';
create index dossier_group_unit on dossier_group (unit_id, opened_at desc, id desc);
alter table dossier_group enable row level security;
create policy dossier_group_scope on dossier_group
  using (scope && nullif(current_setting('motcua.scope', true), '')::uuid[]);
grant select, insert on dossier_group to :app;

create table dossier_group_row (
  dossier_id uuid primary key references dossier,
  group_id uuid not null references dossier_group,
  row_id uuid not null,
  position smallint not null,
  scope uuid[] not null,
  unique (group_id, row_id)
);
comment on table dossier_group_row is 'Which dossier is which row of a group; written with the dossier in one statement, so that no row is half there.';
create index dossier_group_row_order on dossier_group_row (group_id, position);
alter table dossier_group_row enable row level security;
create policy dossier_group_row_scope on dossier_group_row
  using (scope && nullif(current_setting('motcua.scope', true), '')::uuid[]);
grant select, insert on dossier_group_row to :app;
