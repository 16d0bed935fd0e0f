-- What is asked of many rows for many places: a policy that is a list of places reads that list once for a statement, not once
-- for a row (a province's has four hundred). Where one row is written the plain words stay: there is nothing to save, and an
-- intake sets its walls in the statement that writes. The dossier that is named is one number, read where the places fail.
alter policy dossier_scope on dossier using (
  scope && (select nullif(current_setting('motcua.scope', true), '')::uuid[])
  or id = nullif(current_setting('motcua.dossier', true), '')::uuid
  or business_status in ('finished', 'returnAwaitingConfirmation', 'returned')
    and array[collected_at_unit_id, result_at_unit_id] && (select nullif(current_setting('motcua.scope', true), '')::uuid[]))
with check (
  scope && nullif(current_setting('motcua.scope', true), '')::uuid[]
  or id = nullif(current_setting('motcua.dossier', true), '')::uuid
  or business_status in ('finished', 'returnAwaitingConfirmation', 'returned')
    and array[collected_at_unit_id, result_at_unit_id] && nullif(current_setting('motcua.scope', true), '')::uuid[]);
alter policy consultation_scope on consultation using (
  scope && (select nullif(current_setting('motcua.scope', true), '')::uuid[])
  or dossier_id = nullif(current_setting('motcua.dossier', true), '')::uuid)
with check (
  scope && nullif(current_setting('motcua.scope', true), '')::uuid[]
  or dossier_id = nullif(current_setting('motcua.dossier', true), '')::uuid);
alter policy custody_entry_scope on custody_entry using (
  scope && (select nullif(current_setting('motcua.scope', true), '')::uuid[])
  or dossier_id = nullif(current_setting('motcua.dossier', true), '')::uuid)
with check (
  scope && nullif(current_setting('motcua.scope', true), '')::uuid[]
  or dossier_id = nullif(current_setting('motcua.dossier', true), '')::uuid);
alter policy dossier_event_scope on dossier_event using (
  scope && (select nullif(current_setting('motcua.scope', true), '')::uuid[])
  or dossier_id = nullif(current_setting('motcua.dossier', true), '')::uuid)
with check (
  scope && nullif(current_setting('motcua.scope', true), '')::uuid[]
  or dossier_id = nullif(current_setting('motcua.dossier', true), '')::uuid);
alter policy dossier_step_scope on dossier_step using (
  scope && (select nullif(current_setting('motcua.scope', true), '')::uuid[])
  or dossier_id = nullif(current_setting('motcua.dossier', true), '')::uuid)
with check (
  scope && nullif(current_setting('motcua.scope', true), '')::uuid[]
  or dossier_id = nullif(current_setting('motcua.dossier', true), '')::uuid);
alter policy event_note_scope on event_note using (
  scope && (select nullif(current_setting('motcua.scope', true), '')::uuid[])
  or dossier_id = nullif(current_setting('motcua.dossier', true), '')::uuid)
with check (
  scope && nullif(current_setting('motcua.scope', true), '')::uuid[]
  or dossier_id = nullif(current_setting('motcua.dossier', true), '')::uuid);
alter policy file_scope on file using (
  scope && (select nullif(current_setting('motcua.scope', true), '')::uuid[])
  or dossier_id = nullif(current_setting('motcua.dossier', true), '')::uuid)
with check (
  scope && nullif(current_setting('motcua.scope', true), '')::uuid[]
  or dossier_id = nullif(current_setting('motcua.dossier', true), '')::uuid);
alter policy form_issue_scope on form_issue using (
  scope && (select nullif(current_setting('motcua.scope', true), '')::uuid[])
  or dossier_id = nullif(current_setting('motcua.dossier', true), '')::uuid)
with check (
  scope && nullif(current_setting('motcua.scope', true), '')::uuid[]
  or dossier_id = nullif(current_setting('motcua.dossier', true), '')::uuid);
alter policy item_scope on item using (
  scope && (select nullif(current_setting('motcua.scope', true), '')::uuid[])
  or dossier_id = nullif(current_setting('motcua.dossier', true), '')::uuid)
with check (
  scope && nullif(current_setting('motcua.scope', true), '')::uuid[]
  or dossier_id = nullif(current_setting('motcua.dossier', true), '')::uuid);
alter policy notice_scope on notice using (
  scope && (select nullif(current_setting('motcua.scope', true), '')::uuid[])
  or dossier_id = nullif(current_setting('motcua.dossier', true), '')::uuid)
with check (
  scope && nullif(current_setting('motcua.scope', true), '')::uuid[]
  or dossier_id = nullif(current_setting('motcua.dossier', true), '')::uuid);
alter policy party_scope on party using (
  scope && (select nullif(current_setting('motcua.scope', true), '')::uuid[])
  or dossier_id = nullif(current_setting('motcua.dossier', true), '')::uuid)
with check (
  scope && nullif(current_setting('motcua.scope', true), '')::uuid[]
  or dossier_id = nullif(current_setting('motcua.dossier', true), '')::uuid);
alter policy watch_task_scope on watch_task using (
  scope && (select nullif(current_setting('motcua.scope', true), '')::uuid[])
  or dossier_id = nullif(current_setting('motcua.dossier', true), '')::uuid)
with check (
  scope && nullif(current_setting('motcua.scope', true), '')::uuid[]
  or dossier_id = nullif(current_setting('motcua.dossier', true), '')::uuid);
alter policy act_sample_scope on act_sample using (scope && (select nullif(current_setting('motcua.scope', true), '')::uuid[]))
  with check (scope && nullif(current_setting('motcua.scope', true), '')::uuid[]);
alter policy dossier_correction_scope on dossier_correction using (scope && (select nullif(current_setting('motcua.scope', true), '')::uuid[]))
  with check (scope && nullif(current_setting('motcua.scope', true), '')::uuid[]);
alter policy dossier_group_scope on dossier_group using (scope && (select nullif(current_setting('motcua.scope', true), '')::uuid[]))
  with check (scope && nullif(current_setting('motcua.scope', true), '')::uuid[]);
alter policy dossier_group_row_scope on dossier_group_row using (scope && (select nullif(current_setting('motcua.scope', true), '')::uuid[]))
  with check (scope && nullif(current_setting('motcua.scope', true), '')::uuid[]);
alter policy presence_scope on presence using (scope && (select nullif(current_setting('motcua.scope', true), '')::uuid[]))
  with check (scope && nullif(current_setting('motcua.scope', true), '')::uuid[]);
alter policy sample_verdict_scope on sample_verdict using (scope && (select nullif(current_setting('motcua.scope', true), '')::uuid[]))
  with check (scope && nullif(current_setting('motcua.scope', true), '')::uuid[]);
alter policy unit_form_scope on unit_form using (scope && (select nullif(current_setting('motcua.scope', true), '')::uuid[]))
  with check (scope && nullif(current_setting('motcua.scope', true), '')::uuid[]);

-- Behind a row policy an index is asked only for what cannot tell of a row that the policy hides, and PostgreSQL does not
-- know that of coalesce: the list of results to return read those of the whole province. It knows it of case.
drop index dossier_ready;
create index dossier_ready on dossier (
    (case when result_at_unit_id is null then received_at_unit_id else result_at_unit_id end), due_at, id)
  include (result_at_unit_id, received_at_unit_id) where business_status = 'finished';
create or replace function count_ready_at(at_units uuid[]) returns bigint
language sql stable security definer
set search_path = :space, pg_temp
as $$
  select count(*) from dossier where business_status = 'finished'
    and case when result_at_unit_id is null then received_at_unit_id else result_at_unit_id end = any (at_units)
$$;

