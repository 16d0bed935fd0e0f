-- What citizens are told by messages that the program itself sends.

create table notice (
  id uuid primary key,
  dossier_id uuid not null,
  seq integer not null,
  kind text not null check (kind in ('receipt')),
  channel text not null check (channel in ('email', 'sms')),
  state text not null check (state in ('waiting', 'failed', 'sent', 'givenUp')),
  recipient_sealed bytea not null,
  created_at timestamptz not null,
  attempts integer not null check (attempts >= 0),
  claimed_until timestamptz,
  tried_at timestamptz,
  sent_at timestamptz,
  problem text check (problem in ('noAnswer', 'notSignedIn', 'refusedForNow', 'refused', 'notNeeded', 'tooLate')),
  answer text check (length(answer) <= 40),
  delivered_seq integer,
  scope uuid[] not null,
  unique (dossier_id, seq, kind, channel),
  foreign key (dossier_id, seq) references dossier_event,
  check ((state = 'sent') = (sent_at is not null))
);
comment on table notice is 'A message because of an event of a dossier, once by each channel. Its id is the message''s own, so that one sent twice is known as the same.';
comment on column notice.seq is 'The event because of which somebody is told.';
comment on column notice.recipient_sealed is 'The address or number as it was when the message was made, sealed.';
comment on column notice.claimed_until is 'A process is sending until then at most; when it died meanwhile, another one may.';
comment on column notice.answer is 'The code of the mail server''s answer, never its words.';
comment on column notice.delivered_seq is 'The event that says that Mẫu 01 has reached the citizen by this message.';

alter table notice enable row level security;
create policy notice_scope on notice using (
  scope && nullif(current_setting('motcua.scope', true), '')::uuid[]
  or dossier_id = nullif(current_setting('motcua.dossier', true), '')::uuid);
grant select, insert on notice to :app;
grant update (state, attempts, claimed_until, tried_at, sent_at, problem, answer, delivered_seq) on notice to :app;
