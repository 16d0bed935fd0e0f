-- The courier's round: where an address was found before, and files that come over a slow line in parts.

create table visit_point (
  id uuid primary key,
  address_index bytea not null,
  latitude double precision not null check (latitude between -90 and 90),
  longitude double precision not null check (longitude between -180 and 180),
  accuracy_metres integer not null check (accuracy_metres > 0),
  seen_at timestamptz not null,
  seen_by uuid not null,
  scope uuid[] not null
);
comment on table visit_point is 'Where a courier stood at a visit, for the order of later rounds. The address itself is not kept here, only its keyed hash.';
create index visit_point_address on visit_point (address_index, seen_at desc);

create table custody_upload (
  id uuid primary key,
  account_id uuid not null,
  purpose text not null check (purpose in ('signature', 'photo', 'signedPaper')),
  bytes integer not null check (bytes > 0),
  received integer not null check (received between 0 and bytes),
  begun_at timestamptz not null,
  file_id uuid references custody_file
);
comment on table custody_upload is 'A file on its way in parts, over a line that drops; whole, it is a custody_file.';
create index custody_upload_unfinished on custody_upload (begun_at) where file_id is null;

create table custody_upload_part (
  upload_id uuid not null references custody_upload on delete cascade,
  starts_at integer not null check (starts_at >= 0),
  content bytea not null,
  primary key (upload_id, starts_at)
);
comment on table custody_upload_part is 'What has arrived of a file; gone as soon as it is whole, or a day after it began.';

grant select, insert, delete on visit_point to :app;
grant select, insert, update, delete on custody_upload to :app;
grant select, insert, delete on custody_upload_part to :app;

alter table visit_point enable row level security;
create policy visit_point_scope on visit_point using (
  scope && (select nullif(current_setting('motcua.scope', true), '')::uuid[]))
with check (scope && nullif(current_setting('motcua.scope', true), '')::uuid[]);

alter table custody_upload enable row level security;
create policy custody_upload_owner on custody_upload using (
  account_id = nullif(current_setting('motcua.account', true), '')::uuid);
create policy custody_upload_purge on custody_upload for delete using (
  begun_at < nullif(current_setting('motcua.purge_before', true), '')::timestamptz);
create policy custody_upload_purge_read on custody_upload for select using (
  begun_at < nullif(current_setting('motcua.purge_before', true), '')::timestamptz);
alter table custody_upload_part enable row level security;
create policy custody_upload_part_owner on custody_upload_part using (
  exists (select from custody_upload u where u.id = upload_id
    and u.account_id = nullif(current_setting('motcua.account', true), '')::uuid));
