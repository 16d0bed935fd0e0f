-- Autonomy `assist`: what a clerk took in or returned waits for a civil servant's confirmation.

alter table dossier
  add column awaiting_by uuid,
  add column receipt_due text check (receipt_due in ('counter', 'post', 'message')),
  drop constraint dossier_business_status_check,
  add constraint dossier_business_status_check check (business_status in (
    'awaitingConfirmation', 'handedBack', 'withdrawn', 'received', 'forwarded', 'processing', 'awaitingApproval',
    'finished', 'returnAwaitingConfirmation', 'returned'));
comment on column dossier.awaiting_by is 'Whose act waits for confirmation or was handed back: that person does not confirm it.';
comment on column dossier.receipt_due is 'How Mẫu 01 must still reach the citizen; null when it has, or was given at once.';

create index dossier_receipt_due on dossier (received_at_unit_id, received_at, id) where receipt_due is not null;

-- Only acts under assist, and what answers them: a receipt at once has no row here.
create index dossier_event_awaited on dossier_event (recorded_at, dossier_id, seq)
  where type in ('dossier.takenIn', 'dossier.handedOver');
