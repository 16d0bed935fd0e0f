-- The messages of a dossier leave in the order of what they tell, and one that a newer one has overtaken is not sent.
alter table outbox add column seq bigint generated always as identity;
alter table outbox add column lane uuid;
update outbox set lane = (payload ->> 'dossierId')::uuid where topic in ('dossier.notice', 'dossier.receiptNotice');
comment on column outbox.seq is 'In which order the rows were written: of one dossier also in which its acts were.';
comment on column outbox.lane is 'Rows of one lane are done one after the other: of a dossier, what its citizen is told. Null: in any order.';
drop index outbox_waiting;
create index outbox_waiting on outbox (created_at, seq, id) where queued_at is null;
create index outbox_lane on outbox (lane, created_at, seq) where lane is not null;

alter table notice drop constraint notice_state_check;
alter table notice add constraint notice_state_check check (state in (
  'waiting', 'failed', 'sent', 'givenUp', 'overtaken'));
alter table notice add column overtaken_by_seq integer;
alter table notice add foreign key (dossier_id, overtaken_by_seq) references dossier_event;
alter table notice add check ((state = 'overtaken') = (overtaken_by_seq is not null));
comment on column notice.overtaken_by_seq is 'The event because of which it is not sent any more: what it says no longer holds.';
grant update (overtaken_by_seq) on notice to :app;
