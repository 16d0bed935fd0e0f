-- Dossiers taken over from another system. Their code is the old one; who received them at which counter, and how
-- their due date was counted, only the old system knows.

alter table dossier add column imported_from text;
comment on column dossier.imported_from is 'The system that the dossier was taken over from; null for our own.';

alter table dossier
  alter column due_explanation drop not null,
  alter column counter_id drop not null,
  alter column reception_point_id drop not null,
  alter column received_by drop not null,
  add constraint dossier_own_is_whole check (
    imported_from is not null or num_nulls(due_explanation, counter_id, reception_point_id, received_by) = 0);

alter table party alter column number_index drop not null;
comment on column party.number_index is 'Null when an old system had no number: people without one must not meet each other.';

create table import_batch (
  id uuid primary key,
  system text not null,
  file_name text not null,
  started_at timestamptz not null,
  finished_at timestamptz,
  imported integer not null default 0
);
comment on table import_batch is 'One run of a bulk load; finished_at stays null when it was ended in the middle.';

create table imported_dossier (
  dossier_id uuid primary key references dossier,
  system text not null,
  old_code text not null,
  row_sha256 bytea not null,
  imported_at timestamptz not null,
  batch_id uuid not null references import_batch,
  unique (system, old_code)
);
comment on table imported_dossier is 'Which row of which system a dossier came from: the same row again changes nothing.';
