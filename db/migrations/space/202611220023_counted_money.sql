-- Why: with the dossiers and papers that go on to a successor goes the money in hand. What the slips say is kept with
-- each line; what was really there is counted by somebody in the presence of somebody else, and taken over.

alter table hand_over_line
  add column fee bigint check (fee >= 0),
  add column paper_names text[] not null default '{}';
comment on column hand_over_line.paper_names is 'Papers that went on, by the names of the published procedure; what a clerk typed is counted only, since it may name somebody.';
comment on column hand_over_line.fee is 'Fees on the slip of the dossier whose papers went on, in đồng; null when they were not fixed, or only the case went on. Nothing says that they were collected.';
update hand_over_line l set fee = d.fee_due from dossier d where d.id = l.dossier_id and l.papers > 0;

create table counted_money (
  hand_over_id uuid not null references hand_over,
  seq smallint not null check (seq > 0),
  amount bigint not null check (amount >= 0),
  counted_by uuid not null,
  witness text not null check (witness <> ''),
  reason text check (reason <> ''),
  basis_kind text not null check (basis_kind in ('office', 'mandate', 'assignment', 'ownRight', 'partner', 'rule')),
  basis_id text not null,
  counted_at timestamptz not null,
  primary key (hand_over_id, seq),
  check ((seq = 1) = (reason is null))
);
comment on table counted_money is 'Tiền mặt kiểm đếm: cash counted at a hand-over, in đồng. Append-only: a recount is one more row with its reason.';
comment on column counted_money.witness is 'In whose presence it was counted: name and post, as it is signed on paper.';

create table hand_over_taking (
  id uuid primary key,
  hand_over_id uuid not null references hand_over,
  unit_id uuid,
  count_seq smallint,
  taken_by uuid not null,
  basis_kind text not null check (basis_kind in ('office', 'mandate', 'assignment', 'ownRight', 'partner', 'rule')),
  basis_id text not null,
  taken_at timestamptz not null,
  foreign key (hand_over_id, count_seq) references counted_money,
  unique nulls not distinct (hand_over_id, unit_id, count_seq)
);
comment on table hand_over_taking is 'Xác nhận đã nhận bàn giao: the successor, or the head of a unit that took over, has received it. Append-only; a recount asks for it anew.';
comment on column hand_over_taking.unit_id is 'The unit in whose name; null for the named successor.';
comment on column hand_over_taking.count_seq is 'The count that was received; null when there was no money to count.';

create index hand_over_list on hand_over (recorded_at desc, id desc);
create index hand_over_successor on hand_over (successor_id, recorded_at desc, id desc) where successor_id is not null;
create index hand_over_line_unit on hand_over_line (to_id) where to_kind = 'unit';

grant select, insert on counted_money, hand_over_taking to :app;
