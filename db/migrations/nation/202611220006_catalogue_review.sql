-- Why: an editor goes through what a reader of the portal did not understand. A warning that is right as it stands
-- is acknowledged; a version that was published by mistake and has not begun is withdrawn, and its first day is free
-- for the next one.

alter table procedure_warning
  add column acknowledged_at timestamptz,
  add column acknowledged_by uuid references account;
comment on column procedure_warning.acknowledged_at is 'Somebody looked: the content is as the source says (đã xem, đúng như nguồn). Null while it is open.';

alter table procedure_version
  add column withdrawn_at timestamptz,
  drop constraint procedure_version_code_valid_from_key,
  add constraint procedure_version_first_day unique nulls not distinct (code, valid_from, withdrawn_at),
  add constraint procedure_version_withdrawn_never_began check (withdrawn_at is null or valid_to < valid_from);
comment on column procedure_version.withdrawn_at is 'Taken back before its first day: it was never in force, and its last day lies before its first.';

grant update (acknowledged_at, acknowledged_by) on procedure_warning to :app;
