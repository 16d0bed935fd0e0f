-- The citizen hears of a parcel with the result when somebody came in vain, invites, lost it or brought it back: once for
-- each report, of which there may be several between two events of the dossier.
alter table notice drop constraint notice_kind_check;
alter table notice add constraint notice_kind_check check (kind in (
  'receipt', 'supplementBeforeReceipt', 'intakeRefused', 'supplement', 'duty', 'newDate', 'extended', 'apology',
  'stopped', 'withdrawalDeclined', 'resultReady', 'reopened', 'partRefused', 'supplementReminder', 'dutyReminder',
  'resultReminder', 'parcelAttempted', 'parcelInvited', 'parcelLost', 'parcelBack'));
alter table notice add column parcel_event_id uuid references shipment_event (id);
alter table notice add constraint notice_parcel_check
  check ((kind in ('parcelAttempted', 'parcelInvited', 'parcelLost', 'parcelBack')) = (parcel_event_id is not null));
alter table notice drop constraint notice_dossier_id_seq_kind_channel_key;
alter table notice add constraint notice_once
  unique nulls not distinct (dossier_id, seq, kind, channel, parcel_event_id);
comment on column notice.parcel_event_id is 'The report of the parcel that is told of; null: the event of the dossier is.';
-- What somebody has to look at is counted for the menu of every page, again and again.
create index shipment_beside on shipment (ordered_at) where not live and state not in ('delivered', 'backAtAgency', 'cancelled');
create index shipment_cancelled on shipment (state_since) where state = 'cancelled';
