-- Every turn that a citizen must know of is told, in the way that he or she wishes; and what waits is watched.
alter table notice drop constraint notice_kind_check;
alter table notice add constraint notice_kind_check check (kind in (
  'receipt', 'supplementBeforeReceipt', 'intakeRefused', 'supplement', 'duty', 'newDate', 'extended', 'apology',
  'stopped', 'withdrawalDeclined', 'resultReady', 'reopened', 'supplementReminder', 'dutyReminder', 'resultReminder'));
alter table notice drop constraint notice_channel_check;
alter table notice add constraint notice_channel_check check (channel in ('email', 'sms', 'zalo', 'person'));
alter table notice drop constraint notice_problem_check;
alter table notice add constraint notice_problem_check check (problem in (
  'noAnswer', 'notSignedIn', 'refusedForNow', 'refused', 'notNeeded', 'tooLate', 'noWay', 'notWanted'));
alter table notice add column language text not null default 'vi' check (language in ('vi', 'en'));
alter table notice add column unit_id uuid;
update notice set unit_id = dossier.received_at_unit_id from dossier where dossier.id = notice.dossier_id;
alter table notice alter column unit_id set not null;
alter table notice add column asked_again_at timestamptz;
alter table notice add column asked_again_by uuid references nation.account;
alter table notice add column told_by uuid references nation.account;
comment on column notice.unit_id is 'The unit that received the dossier, by which the list of notices is read.';
comment on column notice.asked_again_at is 'Somebody had it sent once more: from then on it is news again.';
comment on column notice.told_by is 'Who told the citizen in person what no message could tell.';
create index notice_newest on notice (created_at desc, id desc);
create index notice_of_unit on notice (unit_id, created_at desc, id desc);
grant update (asked_again_at, asked_again_by, told_by) on notice to :app;

create table notice_wish (
  id uuid primary key,
  person_index bytea not null,
  channels text[] not null check (channels <@ array['email', 'sms', 'zalo']),
  language text not null check (language in ('vi', 'en')),
  dossier_id uuid not null references dossier,
  wished_at timestamptz not null,
  recorded_by uuid not null references nation.account
);
comment on table notice_wish is 'How a person wants to be told; the newest counts, for all dossiers of that person. Append-only.';
comment on column notice_wish.person_index is 'The number of the person as the blind index knows it: it finds exact matches and names nobody.';
create index notice_wish_person on notice_wish (person_index, wished_at desc);
create index notice_wish_dossier on notice_wish (dossier_id);
grant select, insert on notice_wish to :app;

create table watch_task (
  id uuid primary key,
  dossier_id uuid not null references dossier,
  kind text not null check (kind in (
    'dueSoon', 'overdue', 'supplementUnanswered', 'dutyUnanswered', 'resultNotCollected', 'stepIdle',
    'consultationUnanswered')),
  about timestamptz not null,
  part text not null default '',
  seq integer,
  desk text not null check (desk in ('counter', 'case', 'approval')),
  place_id uuid not null,
  account_id uuid references nation.account,
  state text not null check (state in ('open', 'done', 'closed')),
  snoozed_until timestamptz,
  opened_at timestamptz not null,
  settled_at timestamptz,
  settled_by uuid references nation.account,
  words_sealed bytea,
  scope uuid[] not null,
  unique (dossier_id, kind, about, part),
  check ((state = 'open') = (settled_at is null))
);
comment on table watch_task is 'Việc cần làm: what the watchers found, once for the dossier, the kind and the date it is about.';
comment on column watch_task.about is 'The date it is about: a due date, the last day of an answer, the moment since when nothing happens.';
comment on column watch_task.part is 'The step or the consultation it is about; empty for the dossier itself.';
comment on column watch_task.seq is 'The event that began it; null for a due date.';
comment on column watch_task.desk is 'Whose work it is at the place when nobody is named.';
comment on column watch_task.account_id is 'Whose work it is; null: everybody''s at the desk of the place.';
comment on column watch_task.state is 'Closed: the reason is gone by itself. Done: a person said so.';
comment on column watch_task.words_sealed is 'Why it was done or put off, sealed.';
create index watch_task_open_at on watch_task (place_id, about) where state = 'open';
create index watch_task_open_of on watch_task (account_id) where state = 'open' and account_id is not null;
create index watch_task_open on watch_task (dossier_id) where state = 'open';
alter table watch_task enable row level security;
create policy watch_task_scope on watch_task using (
  scope && nullif(current_setting('motcua.scope', true), '')::uuid[]
  or dossier_id = nullif(current_setting('motcua.dossier', true), '')::uuid);
grant select, insert on watch_task to :app;
grant update (desk, place_id, account_id, state, snoozed_until, settled_at, settled_by, words_sealed) on watch_task to :app;

-- The watchers look at what runs, never at all dossiers; what waits stands in the index of open work already.
create index dossier_due on dossier (due_at) where business_status in (
  'received', 'forwarded', 'processing', 'withdrawalAsked', 'awaitingApproval');
create index dossier_step_idle on dossier_step (opened_at) where state in ('open', 'assigned');
