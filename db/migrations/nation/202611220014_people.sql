-- Why: an account belongs to a person with one employer and ends with the contract. Who employs whom, at which posts,
-- is changed here by an administrator, and every change is kept.

alter table account
  add column number_index bytea,
  add column must_change_password boolean not null default false,
  add column closed_at timestamptz,
  add column successor_id uuid references account,
  add column version integer not null default 1,
  add constraint account_contract check (valid_to >= valid_from);
comment on column account.number_index is 'Keyed hash of the personal number: the same person is met again, the number is kept nowhere.';
comment on column account.must_change_password is 'The password was given by an administrator: the next sign-in sets an own one.';
comment on column account.closed_at is 'When the contract was ended for good: from then on nobody signs in, also on the last day itself.';
comment on column account.successor_id is 'Who takes what is in hand when the contract ends on a day to come; null then means the places themselves.';
create index account_number on account (number_index) where number_index is not null;

alter table staff_post
  add column successor_id uuid references account,
  add constraint staff_post_period check (valid_to >= valid_from);
comment on column staff_post.successor_id is 'Who takes what is in hand by this post when it ends on a day to come; null then means the place itself.';

create table account_event (
  account_id uuid not null references account,
  seq integer not null check (seq > 0),
  type text not null,
  type_version smallint not null,
  payload jsonb not null,
  basis_kind text not null check (basis_kind in ('office', 'mandate', 'assignment', 'ownRight', 'partner', 'rule')),
  basis_id text not null,
  actor_id uuid not null,
  reason text,
  recorded_at timestamptz not null,
  primary key (account_id, seq)
);
comment on table account_event is 'Ledger of accounts: made, contract ended or extended, posts given and ended, passwords given anew. Append-only; no name, number or password in it.';

grant select, insert on account_event to :app;
grant insert (id, username, full_name, employer, employer_kind, password_hash, totp_sealed, number_index,
  must_change_password, valid_from, valid_to) on account to :app;
grant insert on staff_post to :app;
grant update (password_hash, totp_sealed, revocation_epoch, valid_to, must_change_password, closed_at, successor_id, version)
  on account to :app;
grant update (valid_to, successor_id) on staff_post to :app;
