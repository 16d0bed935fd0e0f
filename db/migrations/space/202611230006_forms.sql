-- Papers of a unit that are not of one dossier: registers that were closed, and slips with which dossiers or results
-- change hands.
create table register_closing (
  id uuid primary key,
  unit_id uuid not null,
  year smallint not null,
  fields text[] not null check (cardinality(fields) > 0),
  entries integer not null check (entries > 0),
  basis_kind text not null check (basis_kind in ('office', 'mandate', 'assignment', 'ownRight', 'partner', 'rule')),
  basis_id text not null,
  closed_by uuid not null,
  closed_at timestamptz not null
);
comment on table register_closing is 'Khóa sổ theo dõi hồ sơ: the head of a unit closes the register of a year, of a field or a group of them. Append-only.';
grant select, insert on register_closing to :app;

create table register_closed_field (
  unit_id uuid not null,
  year smallint not null,
  field_code text not null,
  closing_id uuid not null references register_closing,
  primary key (unit_id, year, field_code)
);
comment on table register_closed_field is 'A field is in one closed register of a year: of two who close it at once the second is told.';
grant select, insert on register_closed_field to :app;

create table unit_form (
  id uuid primary key,
  unit_id uuid not null,
  form text not null check (form in ('register', 'dossierHandOver', 'resultHandOver')),
  form_set text not null check (form_set in ('TT01_2018', 'TT03_2025')),
  year smallint not null,
  number integer not null check (number > 0),
  closing_id uuid references register_closing,
  volume smallint,
  rows integer not null check (rows > 0),
  sealed bytea not null,
  basis_kind text not null check (basis_kind in ('office', 'mandate', 'assignment', 'ownRight', 'partner', 'rule')),
  basis_id text not null,
  issued_by uuid not null,
  issued_at timestamptz not null,
  scope uuid[] not null,
  unique (unit_id, year, form, number),
  check ((form = 'register') = (closing_id is not null and volume is not null))
);
comment on table unit_form is 'A numbered paper of a unit: a volume of a closed register, a slip. What it says is sealed. Append-only.';
create index unit_form_closing on unit_form (closing_id) where closing_id is not null;
create index unit_form_issued on unit_form (unit_id, form, issued_at);
alter table unit_form enable row level security;
create policy unit_form_scope on unit_form using (scope && nullif(current_setting('motcua.scope', true), '')::uuid[]);
grant select, insert on unit_form to :app;

create table unit_form_file (
  form_id uuid primary key references unit_form,
  sha256 bytea not null,
  bytes integer not null
);
comment on table unit_form_file is 'The PDF of a paper of a unit as it was first printed: a reprint gives these bytes.';
grant select, insert on unit_form_file to :app;

create table unit_form_dossier (
  form_id uuid not null references unit_form,
  dossier_id uuid not null,
  primary key (form_id, dossier_id)
);
comment on table unit_form_dossier is 'Which dossiers, or whose results, a slip hands over.';
create index unit_form_dossier_of on unit_form_dossier (dossier_id);
grant select, insert on unit_form_dossier to :app;

-- Originals that were kept to be compared go back to the citizen, while the copies of the same paper stay.
alter table item add column originals_back boolean not null default false;
comment on column item.originals_back is 'The originals are in the citizen''s hands again; copies of the same paper stay with the holder.';
alter table custody_entry
  drop constraint custody_entry_type_check,
  add constraint custody_entry_type_check check (
    type in ('born', 'handedOver', 'succeeded', 'recounted', 'struck', 'originalsBack'));

-- When a case would be late by the statistics, which count the first receipt and take the waiting for a supplement off.
alter table dossier add column statistical_due_at timestamptz;
comment on column dossier.statistical_due_at is 'By when it is in time for the figures of QĐ 766, once that differs from due_at; null while it is the same.';
grant update (statistical_due_at) on dossier to :app;

drop function count_dossiers_between(uuid[], timestamptz, timestamptz);
create function count_dossiers_between(at_units uuid[], from_at timestamptz, to_at timestamptz)
returns table (unit_id uuid, received bigint, finished bigint, on_time bigint, on_time_counted bigint)
language sql stable security definer
set search_path = :space, pg_temp
as $$
  with came as (
    select unit.id as unit_id, counted.received
    from unnest(at_units) as unit (id)
    cross join lateral (
      select count(*) as received from dossier_search s
      where s.unit_id = unit.id and s.received_at >= from_at and s.received_at < to_at) as counted),
  ended as (
    select d.received_at_unit_id as unit_id, count(*) as finished,
      count(*) filter (where e.recorded_at <= d.due_at) as on_time,
      count(*) filter (
        where e.recorded_at <= coalesce(d.statistical_due_at, d.due_at) and d.supplements <= 1) as on_time_counted
    from dossier_event e join dossier d on d.id = e.dossier_id
    where e.type = 'dossier.approved' and e.recorded_at >= from_at and e.recorded_at < to_at
      and d.received_at_unit_id = any (at_units)
    group by d.received_at_unit_id)
  select came.unit_id, came.received, coalesce(ended.finished, 0), coalesce(ended.on_time, 0),
    coalesce(ended.on_time_counted, 0)
  from came left join ended on ended.unit_id = came.unit_id
$$;
comment on function count_dossiers_between is 'Dossiers received, finished, and finished in time by the law and by the figures, by the unit of receipt as it was. Counts only.';
revoke all on function count_dossiers_between from public;
grant execute on function count_dossiers_between to :app;

create table unit_phone (
  unit_id uuid not null,
  set_at timestamptz not null,
  phone text not null,
  set_by uuid not null,
  post_id text not null,
  primary key (unit_id, set_at)
);
comment on table unit_phone is 'The telephone that citizens are told to call, as forms print it; the newest before a form was issued holds. Append-only.';
grant select, insert on unit_phone to :app;
