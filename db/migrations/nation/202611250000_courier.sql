-- Bưu tá: carries packets between the post and the units and to the door; takes no dossier in and decides nothing.
alter table staff_post drop constraint staff_post_role_check,
  add constraint staff_post_role_check check (role in
    ('postalClerk', 'courier', 'oneStopOfficer', 'unitHead', 'caseOfficer', 'approver', 'programmeOfficer', 'administrator'));
