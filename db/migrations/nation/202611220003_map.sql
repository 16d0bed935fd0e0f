-- Why: the map of the whole nation, before and after 1 July 2025. Places are found by name without diacritics, an
-- old address leads to the communes of today, and each row says how sure it is.

alter table administrative_unit
  add column search_key text not null default '',
  add column name_key text not null default '',
  add column mark text not null default 'sourced'
    check (mark in ('sourced', 'recalled', 'inference', 'undecided'));
-- The reference files bring every row again with its keys; a writer without them would write what nobody finds.
alter table administrative_unit
  alter column search_key drop default,
  alter column name_key drop default;
comment on column administrative_unit.search_key is 'The name without diacritics, for lists.';
comment on column administrative_unit.name_key is 'The name without its kind, folded as people spell it both ways, for addresses.';
create index administrative_unit_search on administrative_unit using gin (search_key gin_trgm_ops);
create index administrative_unit_name on administrative_unit (name_key);
create index administrative_unit_parent on administrative_unit (parent_code);

alter table administrative_succession
  add column whole boolean not null default true,
  add column mark text not null default 'sourced'
    check (mark in ('sourced', 'recalled', 'inference', 'undecided')),
  add column source text not null default '';
comment on column administrative_succession.whole is 'False when only a part went into this successor: the unit was divided.';
create index administrative_succession_successor on administrative_succession (successor_code);

create table earlier_unit_name (
  name text not null,
  kind text not null,
  parent_code text not null,
  successor_code text not null,
  succeeded_on date not null,
  name_key text not null,
  mark text not null check (mark in ('sourced', 'recalled', 'inference', 'undecided')),
  source text not null,
  primary key (name, parent_code, successor_code)
);
comment on column earlier_unit_name.succeeded_on is 'From this day the code of the successor names it; when the name itself went is not known.';
comment on table earlier_unit_name is 'Communes that had gone before the register begins its account: no code, no days; only to find an old address.';
create index earlier_unit_name_place on earlier_unit_name (name_key);

grant select on earlier_unit_name to :app;
