-- Chuyến thư: the plan of scheduled collections, what drivers note, and runs outside the plan. A run itself is never a row:
-- it follows from plan and calendar, and what was handed over on it from the manifests.

create table mail_route (
  id uuid primary key,
  name text not null,
  ended_on date,
  opened_by uuid not null,
  opened_at timestamptz not null,
  scope uuid[] not null
);
comment on table mail_route is 'Tuyến thư. Its stops, days, vehicle and driver are in mail_route_version.';
comment on column mail_route.ended_on is 'The last day on which it runs; null while nobody ended it.';
comment on column mail_route.scope is 'The places of all its versions'' stops and drivers, and of whoever opened or changed it.';

create table mail_route_version (
  route_id uuid not null references mail_route,
  version integer not null check (version > 0),
  valid_from date not null,
  valid_to date,
  weekdays integer[] not null,
  on_make_up_days boolean not null,
  vehicle text not null,
  capacity integer not null check (capacity > 0),
  driver_id uuid not null,
  stops jsonb not null,
  changed_by uuid not null,
  changed_at timestamptz not null,
  primary key (route_id, version),
  check (valid_to >= valid_from)
);
comment on table mail_route_version is 'Of the versions that have begun on a day the highest holds.';
comment on column mail_route_version.weekdays is '0 Sunday to 6 Saturday.';
comment on column mail_route_version.capacity is 'Outermost packets and bags; no weight of them is known.';
comment on column mail_route_version.stops is 'In order: kind (unit, agency, postOffice), id, minute after midnight in Việt Nam.';

create table mail_run_extra (
  id uuid primary key,
  route_id uuid not null references mail_route,
  day date not null,
  from_minute integer not null check (from_minute between 0 and 1439),
  at_fault text not null check (at_fault in ('agency', 'operator', 'both', 'nobody')),
  ordered_by uuid not null,
  ordered_at timestamptz not null
);
comment on table mail_run_extra is 'A run outside the plan, along the stops of its route. Whoever made it necessary pays for it.';
create index mail_run_extra_day on mail_run_extra (day, route_id);

create table mail_run_note (
  id uuid primary key,
  route_id uuid not null references mail_route,
  extra_id uuid references mail_run_extra,
  day date not null,
  position integer not null check (position > 0),
  kind text not null check (kind in ('called', 'late', 'missed')),
  reason text check (reason in ('traffic', 'vehicle', 'weather', 'placeClosed', 'notReady', 'noDriver', 'other')),
  expected_minute integer check (expected_minute between 0 and 1439),
  noted_by uuid not null,
  noted_at timestamptz not null,
  check ((kind = 'called') = (reason is null)),
  check (kind = 'late' or expected_minute is null)
);
comment on table mail_run_note is 'Ledger: what was said of a stop of a run. called: nothing was there to take or to give. The last one counts.';
create index mail_run_note_day on mail_run_note (day, route_id);

grant select, insert, update on mail_route to :app;
grant select, insert on mail_route_version, mail_run_extra, mail_run_note to :app;

alter table mail_route enable row level security;
create policy mail_route_scope on mail_route using (
  scope && (select nullif(current_setting('motcua.scope', true), '')::uuid[]))
with check (scope && nullif(current_setting('motcua.scope', true), '')::uuid[]);
alter table mail_route_version enable row level security;
create policy mail_route_version_scope on mail_route_version using (
  exists (select from mail_route r where r.id = route_id));
alter table mail_run_extra enable row level security;
create policy mail_run_extra_scope on mail_run_extra using (
  exists (select from mail_route r where r.id = route_id));
alter table mail_run_note enable row level security;
create policy mail_run_note_scope on mail_run_note using (
  exists (select from mail_route r where r.id = route_id));
