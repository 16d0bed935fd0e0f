-- The citizen hears of a part of an interlinked dossier that was refused before the whole has its answer.
alter table notice drop constraint notice_kind_check;
alter table notice add constraint notice_kind_check check (kind in (
  'receipt', 'supplementBeforeReceipt', 'intakeRefused', 'supplement', 'duty', 'newDate', 'extended', 'apology',
  'stopped', 'withdrawalDeclined', 'resultReady', 'reopened', 'partRefused', 'supplementReminder', 'dutyReminder',
  'resultReminder'));
