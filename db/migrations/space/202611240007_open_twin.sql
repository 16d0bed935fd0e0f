-- Two counters that receive the same person for the same procedure at one moment: each looked before the other had
-- written, and neither was told. The look now takes its turn, and reads what was written until its turn came.
create or replace function open_of_applicant(at_unit uuid, procedure text, number bytea) returns setof text
language plpgsql volatile security definer
set search_path = :space, pg_temp
as $$
begin
  perform pg_advisory_xact_lock(hashtextextended(
    concat_ws(' ', 'open_of_applicant', current_schema(), at_unit, procedure, encode(number, 'hex')), 0));
  -- A statement of its own: it sees what the one before in the queue wrote, which the statement around it does not.
  return query
    select dossier.code from party join dossier on dossier.id = party.dossier_id
    where party.number_index = open_of_applicant.number and party.role = 'applicant' and party.until_seq is null
      and dossier.received_at_unit_id = at_unit and dossier.procedure_code = procedure and dossier.whole_id is null
      and dossier.business_status not in ('finished', 'returnAwaitingConfirmation', 'returned', 'withdrawn', 'stopped', 'notReceived')
    order by dossier.received_at desc, dossier.id desc limit 5;
end
$$;
comment on function open_of_applicant is 'Codes alone, past the row policies: the unit is the caller''s own. Holds the person, procedure and unit until the commit: two intakes at once come one after the other.';
