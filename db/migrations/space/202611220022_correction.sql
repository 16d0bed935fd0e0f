-- A dossier that was handed back before it was received is put right by the counter; what it said before stays.

alter table party add column until_seq integer check (until_seq > 1);
comment on column party.until_seq is 'The event that put another row in its place; null while it holds. The row itself is never changed.';
grant update (until_seq) on party to :app;

alter table item
  add column struck boolean not null default false,
  drop constraint item_check,
  add constraint item_check check ((holder_kind is null) = (custody_seq = 0 or struck));
comment on column item.struck is 'Written down by mistake: a correction took it off the list, and nobody holds it.';

alter table custody_entry
  drop constraint custody_entry_type_check,
  add constraint custody_entry_type_check check (type in ('born', 'handedOver', 'succeeded', 'recounted', 'struck')),
  add column originals smallint,
  add column copies smallint,
  alter column to_kind drop not null,
  add constraint custody_entry_struck check ((type = 'struck') = (to_kind is null)),
  add constraint custody_entry_recounted check (
    (type = 'recounted') = (originals is not null) and (originals is null) = (copies is null));
comment on column custody_entry.originals is 'Of a recount: how many there are, as the holder found them. The numbers of before are in the correction.';

create table dossier_correction (
  dossier_id uuid not null,
  seq integer not null,
  sealed bytea not null,
  scope uuid[] not null,
  primary key (dossier_id, seq),
  foreign key (dossier_id, seq) references dossier_event
);
comment on table dossier_correction is 'What an event dossier.corrected changed: every field and paper with before and after, sealed. The event names the fields alone.';
alter table dossier_correction enable row level security;
create policy dossier_correction_scope on dossier_correction using (
  scope && nullif(current_setting('motcua.scope', true), '')::uuid[]);
grant select, insert on dossier_correction to :app;

create function rename_in_search(dossier uuid, name text) returns void
language sql volatile security definer
begin atomic
  update dossier_search set name_key = name where dossier_id = dossier;
end;
comment on function rename_in_search is 'A name that was put right is met by the search. Past the missing right to read: who writes a row need not see it.';
revoke all on function rename_in_search from public;
grant execute on function rename_in_search to :app;
