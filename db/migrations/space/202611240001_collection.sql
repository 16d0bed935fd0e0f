-- A result may be fetched at another unit of the province: where, and which unit has it by now.
alter table dossier add column collected_at_unit_id uuid;
alter table dossier add column result_at_unit_id uuid;
comment on column dossier.collected_at_unit_id is 'Where the citizen fetches the result; null: where it was received.';
comment on column dossier.result_at_unit_id is 'The unit that took the result over; null: it is where it was received.';
grant update (collected_at_unit_id, result_at_unit_id) on dossier to :app;

create index dossier_ready on dossier (coalesce(result_at_unit_id, received_at_unit_id), due_at, id)
  include (result_at_unit_id, received_at_unit_id) where business_status = 'finished';

-- The unit where a result is fetched sees the dossier once there is a result, and no sooner.
alter policy dossier_scope on dossier using (
  scope && nullif(current_setting('motcua.scope', true), '')::uuid[]
  or id = nullif(current_setting('motcua.dossier', true), '')::uuid
  or business_status in ('finished', 'returnAwaitingConfirmation', 'returned')
    and array[collected_at_unit_id, result_at_unit_id] && nullif(current_setting('motcua.scope', true), '')::uuid[]);

create function count_ready_at(at_units uuid[]) returns bigint
language sql stable security definer
set search_path = :space, pg_temp
as $$
  select count(*) from dossier
  where business_status = 'finished' and coalesce(result_at_unit_id, received_at_unit_id) = any (at_units)
$$;
comment on function count_ready_at is 'How many results lie at these units, from their index alone.';
create index dossier_result_elsewhere on dossier (result_at_unit_id, business_status) where result_at_unit_id is not null;
create function count_awaited_at(at_units uuid[], statuses text[]) returns bigint
language plpgsql stable security definer
set search_path = :space, pg_temp
set plan_cache_mode = force_generic_plan
as $$
begin
  return (select count(*) from dossier where received_at_unit_id = any (at_units)
      and business_status = any (statuses) and business_status <> 'returned')
    + (select count(*) from dossier where result_at_unit_id = any (at_units) and received_at_unit_id <> all (at_units)
      and business_status = any (statuses) and business_status = 'returnAwaitingConfirmation')
    - (select count(*) from dossier where result_at_unit_id <> all (at_units) and received_at_unit_id = any (at_units)
      and business_status = any (statuses) and business_status = 'returnAwaitingConfirmation'
      and result_at_unit_id is not null);
end
$$;
comment on function count_awaited_at is 'How much waits for a confirmation at these units: a returning where it was made, all else where it was received.';

-- Open dossiers of one person about one procedure at one unit: whoever receives another is told.
create function open_of_applicant(at_unit uuid, procedure text, number bytea) returns setof text
language sql stable security definer
set search_path = :space, pg_temp
as $$
  select dossier.code from party join dossier on dossier.id = party.dossier_id
  where party.number_index = number and party.role = 'applicant' and party.until_seq is null
    and dossier.received_at_unit_id = at_unit and dossier.procedure_code = procedure and dossier.whole_id is null
    and dossier.business_status not in ('finished', 'returnAwaitingConfirmation', 'returned', 'withdrawn', 'stopped', 'notReceived')
  order by dossier.received_at desc, dossier.id desc limit 5
$$;
comment on function open_of_applicant is 'Codes alone, past the row policies: the unit is the caller''s own.';
revoke all on function count_ready_at, count_awaited_at, open_of_applicant from public;
grant execute on function count_ready_at, count_awaited_at, open_of_applicant to :app;
