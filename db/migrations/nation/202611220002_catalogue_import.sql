-- Why: procedures are read from what the national portal publishes. The original text stays, what was not understood
-- stands beside the version it belongs to, and a version says where it came from and who published it.

alter table procedure_version
  add column origin text not null default 'shipped' check (origin in ('shipped', 'portal', 'editor')),
  add column record_sha256 bytea,
  add column published_at timestamptz,
  add column published_by uuid references account,
  add column replaces_id uuid references procedure_version;
comment on column procedure_version.origin is 'shipped: a file of the program; portal: read from a record; editor: published on the screen.';
comment on column procedure_version.record_sha256 is 'The portal record it was read from; null where it comes from no record.';
comment on column procedure_version.published_by is 'The account of the editor; null when shipped or imported by the command.';
comment on column procedure_version.replaces_id is 'The version before, whose validity ended the day before this one begins.';

create table portal_record (
  code text not null,
  sha256 bytea not null,
  record jsonb not null,
  read_at timestamptz not null,
  primary key (code, sha256)
);
comment on table portal_record is 'What the national portal published of a procedure, as it was read; sha256 of it with its keys in order.';
comment on column portal_record.read_at is 'When it was last read as something new: the latest one of a procedure is the one that its versions know.';

create table procedure_warning (
  version_id uuid not null references procedure_version,
  position smallint not null,
  kind text not null,
  path text not null,
  words text not null,
  primary key (version_id, position)
);
comment on table procedure_warning is 'What a reader did not understand in the text of a version: where in its content, and the words as they stand.';
create index procedure_warning_kind on procedure_warning (kind, version_id);

grant select, insert on portal_record, procedure_warning to :app;
grant update (read_at) on portal_record to :app;
