-- Why: whoever is stopped may have forwarded every paper and still hold the cash of the day. Then no line of the record
-- says whose cash it is to take over, and these do.

create table hand_over_cash (
  hand_over_id uuid not null references hand_over,
  unit_id uuid not null,
  primary key (hand_over_id, unit_id)
);
comment on table hand_over_cash is 'Units for which whoever hands over had lately taken in dossiers with a fee, of a hand-over without papers: the cash is counted all the same. Append-only.';
create index hand_over_cash_unit on hand_over_cash (unit_id);

grant select, insert on hand_over_cash to :app;
