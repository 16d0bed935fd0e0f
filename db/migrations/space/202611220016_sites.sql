-- Openings and surveys of sites. Nothing here is ever changed: what was wrong is withdrawn by a row of its own.

create table site_opening (
  id uuid primary key,
  reception_point_id uuid not null,
  seq integer not null,
  unit_id uuid not null,
  opened_on date not null,
  address text not null check (address <> ''),
  counters jsonb not null,
  decal boolean not null,
  decal_since date check (decal or decal_since is null),
  equipment jsonb not null,
  other_equipment text not null default '',
  present text not null default '',
  decision_id uuid references mandate_decision,
  recorded_by uuid not null,
  recorded_by_post uuid not null,
  recorded_at timestamptz not null,
  unique (reception_point_id, seq)
);
comment on table site_opening is 'Khai trương điểm phục vụ: a reception point began to serve. One stands at a time: the sequence lets one of two writers win.';
comment on column site_opening.counters is 'Counters as they were that day: id and label.';

create table survey (
  id uuid primary key,
  reception_point_id uuid not null,
  unit_id uuid not null,
  day date not null,
  members text not null default '',
  checklist_version integer not null,
  note text not null default '',
  surveyed_by uuid not null,
  surveyed_by_post uuid not null,
  recorded_at timestamptz not null
);
comment on table survey is 'Khảo sát điểm phục vụ: who went to see, when, by which version of the checklist.';
create index survey_point on survey (reception_point_id, day);

create table survey_answer (
  survey_id uuid not null references survey,
  item text not null,
  answer text not null check (answer in ('met', 'partly', 'notMet', 'notApplicable')),
  words text not null default '',
  primary key (survey_id, item)
);

create table survey_finding (
  id uuid primary key,
  survey_id uuid not null references survey,
  item text,
  words text not null check (words <> ''),
  severity text not null check (severity in ('minor', 'serious', 'critical')),
  deadline date not null,
  responsible text not null check (responsible <> '')
);
comment on table survey_finding is 'Tồn tại cần khắc phục: what a survey found, until when it is to be put right, and by whom.';
create index survey_finding_survey on survey_finding (survey_id);

create table finding_resolution (
  id uuid primary key,
  finding_id uuid not null references survey_finding,
  seq integer not null,
  day date not null,
  words text not null check (words <> ''),
  resolved_by uuid not null,
  resolved_by_post uuid not null,
  recorded_at timestamptz not null,
  unique (finding_id, seq)
);
comment on table finding_resolution is 'The head of the unit says that a finding was put right; one of two at once wins by the sequence.';

create table resolution_verdict (
  resolution_id uuid primary key references finding_resolution,
  day date not null,
  accepted boolean not null,
  words text not null default '' check (accepted or words <> ''),
  verified_by uuid not null,
  verified_by_post uuid not null,
  recorded_at timestamptz not null
);
comment on table resolution_verdict is 'Whoever surveys accepts what was put right, or says what is still missing.';

create table site_withdrawal (
  id uuid primary key,
  opening_id uuid unique references site_opening,
  survey_id uuid unique references survey,
  reason text not null check (reason <> ''),
  withdrawn_by uuid not null,
  withdrawn_by_post uuid not null,
  withdrawn_at timestamptz not null,
  check (num_nonnulls(opening_id, survey_id) = 1)
);
comment on table site_withdrawal is 'An opening or a survey that was recorded wrongly counts no more; both rows stay.';

create table site_photo (
  id uuid primary key,
  file_id uuid not null references mandate_file,
  words text not null default '',
  position integer not null,
  opening_id uuid references site_opening,
  survey_id uuid references survey,
  item text check (item is null or survey_id is not null),
  finding_id uuid references survey_finding,
  resolution_id uuid references finding_resolution,
  check (num_nonnulls(opening_id, survey_id, finding_id, resolution_id) = 1)
);
comment on table site_photo is 'What a photo belongs to: an opening, an item of a survey, a finding, or its resolution.';
create index site_photo_opening on site_photo (opening_id) where opening_id is not null;
create index site_photo_survey on site_photo (survey_id) where survey_id is not null;
create index site_photo_finding on site_photo (finding_id) where finding_id is not null;
create index site_photo_resolution on site_photo (resolution_id) where resolution_id is not null;

grant select, insert on site_opening, survey, survey_answer, survey_finding, finding_resolution, resolution_verdict,
  site_withdrawal, site_photo to :app;
