-- Who may be a grantee: a post office belongs to a postal enterprise, and an operator can be suspended as a whole.

create table postal_operator (
  id uuid primary key,
  key text not null unique,
  name text not null,
  mark text not null,
  source text not null
);
comment on table postal_operator is 'Doanh nghiệp bưu chính: the enterprises whose offices a mandate may name.';
grant select on postal_operator to :app;

insert into postal_operator (id, key, name, mark, source) values
  ('0192c1a0-0000-7000-8000-000000000001', 'vnpost', 'Tổng công ty Bưu điện Việt Nam', 'sourced',
   'Quyết định 45/2016/QĐ-TTg: doanh nghiệp được chỉ định duy trì mạng bưu chính công cộng');

alter table post_office
  add column operator_id uuid references postal_operator default '0192c1a0-0000-7000-8000-000000000001';
comment on column post_office.operator_id is 'Null: the office belongs to nobody who is known as a postal operator, so that no mandate names it.';

alter table staff_post drop constraint staff_post_role_check,
  add constraint staff_post_role_check check (role in
    ('postalClerk', 'oneStopOfficer', 'unitHead', 'caseOfficer', 'approver', 'programmeOfficer', 'administrator'));
