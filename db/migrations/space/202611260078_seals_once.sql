-- A seal closes one container once, whoever may see the other one: it is asked past the row policies, and the answer is
-- yes or no. Whoever asks holds the number until the transaction ends, so that of two who write it at once one waits.
create function seal_used(number text) returns boolean
language sql volatile security definer
set search_path = :space, pg_temp
as $$
  select pg_advisory_xact_lock(hashtextextended('seal:' || number, 0));
  select exists (select from custody_entry where type = 'sealed' and seal = number)
$$;
revoke all on function seal_used(text) from public;
grant execute on function seal_used(text) to :app;
