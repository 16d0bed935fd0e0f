-- A scan that was added to a decision by mistake is taken back with a reason; the row and its bytes stay.

create table decision_scan_withdrawal (
  decision_id uuid not null,
  position smallint not null,
  withdrawn_by uuid not null,
  withdrawn_at timestamptz not null,
  reason text not null check (reason <> ''),
  primary key (decision_id, position),
  foreign key (decision_id, position) references decision_scan
);
comment on table decision_scan_withdrawal is 'Bản chụp đã rút: a scan that does not belong to the decision, with who took it back and why. Append-only.';

grant select, insert on decision_scan_withdrawal to :app;
