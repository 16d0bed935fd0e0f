-- Why: what a stopped or leaving person holds goes on to somebody in the same transaction, as a record that can be
-- printed; and training is recorded session by session, and a mistake in it is withdrawn with a reason.

alter table custody_entry drop constraint custody_entry_type_check,
  add constraint custody_entry_type_check check (type in ('born', 'handedOver', 'succeeded'));

create table hand_over (
  id uuid primary key,
  cause text not null check (cause in ('suspension', 'contractEnd', 'postEnd')),
  cause_id uuid not null,
  target text not null check (target in ('account', 'postOffice', 'operator')),
  target_id uuid not null,
  successor_id uuid,
  reason text not null,
  basis_kind text not null check (basis_kind in ('office', 'mandate', 'assignment', 'ownRight', 'partner', 'rule')),
  basis_id text not null,
  actor_id uuid not null,
  drafts integer not null,
  recorded_at timestamptz not null
);
comment on table hand_over is 'Biên bản bàn giao: what a stopped or leaving person, office or operator had in hand went on to a successor. Append-only.';
create index hand_over_cause on hand_over (cause_id);
create index hand_over_target on hand_over (target_id);

create table hand_over_line (
  hand_over_id uuid not null references hand_over,
  dossier_id uuid not null references dossier,
  code text not null,
  papers smallint not null,
  matter boolean not null,
  to_kind text not null check (to_kind in ('person', 'counter', 'agency', 'unit', 'citizen')),
  to_id uuid not null,
  primary key (hand_over_id, dossier_id)
);
comment on table hand_over_line is 'One dossier of a hand-over: how many papers went on, and whether the case did. Names nobody whose dossier it is.';
comment on column hand_over_line.matter is 'The dossier was in the hands of the leaving case officer.';

create table training (
  id uuid primary key,
  title text not null check (title <> ''),
  held_on date not null,
  held_by text not null check (held_by <> ''),
  field_codes text[] not null check (cardinality(field_codes) > 0),
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  basis_kind text not null check (basis_kind in ('office', 'mandate', 'assignment', 'ownRight', 'partner', 'rule')),
  basis_id text not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null
);
comment on table training is 'Buổi tập huấn: the day, the fields, who held it; its participants are rows of accreditation.';
create index training_list on training (held_on desc, id desc);

alter table accreditation
  add column training_id uuid references training,
  add column withdrawn_at timestamptz,
  add column withdrawn_by uuid,
  add column withdrawal_reason text,
  add constraint accreditation_withdrawal check
    (num_nonnulls(withdrawn_at, withdrawn_by, withdrawal_reason) in (0, 3));
comment on column accreditation.withdrawn_at is 'Recorded by mistake: from then on it is worth nothing. What was done under it stays done.';
create index accreditation_training on accreditation (training_id);

grant select, insert on hand_over, hand_over_line, training to :app;
grant update (withdrawn_at, withdrawn_by, withdrawal_reason) on accreditation to :app;

-- Drafts are sealed under their own key, not their owner's: a named successor can go on with them.
create policy draft_succession on draft for update
  using (account_id = any (nullif(current_setting('motcua.hand_over_from', true), '')::uuid[]))
  with check (account_id = nullif(current_setting('motcua.hand_over_to', true), '')::uuid);
create policy draft_succession_read on draft for select
  using (account_id = any (nullif(current_setting('motcua.hand_over_from', true), '')::uuid[])
    or account_id = nullif(current_setting('motcua.hand_over_to', true), '')::uuid);
create index item_person on item (holder_id) where holder_kind = 'person';
