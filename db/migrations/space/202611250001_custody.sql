-- Sổ giữ giấy tờ: one ledger for every thing that can be held, be it a paper, a packet or a bag. A thing lies in exactly one
-- container or is with exactly one holder; who holds a thing in a container is whoever holds the outermost one.

create table custody_place (
  id uuid primary key,
  kind text not null check (kind in ('shelf', 'safe', 'agencyDesk', 'vehicle')),
  code text not null unique,
  name text not null,
  belongs_to uuid not null,
  responsible_id uuid not null references nation.account,
  opened_at timestamptz not null,
  closed_at timestamptz,
  version integer not null,
  scope uuid[] not null
);
comment on table custody_place is 'Nơi để giấy tờ: a named place with one responsible person; what lies there is in that person''s charge.';
comment on column custody_place.belongs_to is 'The unit, agency or post office whose place it is.';
create index custody_place_responsible on custody_place (responsible_id) where closed_at is null;

create table custody_charge (
  place_id uuid not null references custody_place,
  seq integer not null check (seq > 0),
  responsible_id uuid not null references nation.account,
  reason text not null check (reason in ('opened', 'agreed', 'succeeded')),
  giver_signature_id uuid,
  receiver_signature_id uuid,
  actor_id uuid not null,
  recorded_at timestamptz not null,
  scope uuid[] not null,
  primary key (place_id, seq),
  check (num_nonnulls(giver_signature_id, receiver_signature_id) = case reason when 'agreed' then 2 else 0 end),
  check (giver_signature_id <> receiver_signature_id)
);
comment on table custody_charge is 'Ledger: who answered for a place since when. Between two people it changes with two signatures; who was stopped or left is succeeded without.';

create table container (
  id uuid primary key,
  kind text not null check (kind in ('packet', 'bag')),
  code text not null unique,
  seal text,
  dossier_id uuid references dossier,
  holder_kind text check (holder_kind in
    ('person', 'counter', 'agency', 'unit', 'postOffice', 'place', 'citizen', 'outsider', 'container')),
  holder_id uuid,
  custody_seq integer not null,
  made_at timestamptz not null,
  scope uuid[] not null
);
comment on table container is 'Bì hồ sơ and túi: what travels or lies together. Its holder is the fold of custody_entry; null once it was emptied and put away.';
comment on column container.seal is 'Number of the seal that closes it; null while it is open.';
comment on column container.dossier_id is 'The one dossier whose papers it holds; null for a bag and for mixed contents.';
create index container_holder on container (holder_kind, holder_id, id) where holder_kind is not null;
create index container_seal on container (seal) where seal is not null;
create index container_dossier on container (dossier_id) where dossier_id is not null;

create table custody_outsider (
  id uuid primary key,
  sealed bytea not null,
  recorded_at timestamptz not null,
  scope uuid[] not null
);
comment on table custody_outsider is 'Somebody without an account who took something over: name, paper shown and phone, sealed.';

create table custody_file (
  id uuid primary key,
  purpose text not null check (purpose in ('signature', 'photo', 'signedPaper')),
  sha256 bytea not null,
  bytes integer not null,
  media_type text not null check (media_type in ('application/pdf', 'image/png', 'image/jpeg')),
  uploaded_by uuid not null,
  uploaded_at timestamptz not null,
  scope uuid[] not null
);
comment on table custody_file is 'Signatures, photos and signed papers of hand-overs; the bytes lie under their hash.';

create table custody_signature (
  id uuid primary key,
  kind text not null check (kind in ('drawn', 'code', 'paper')),
  signer_kind text not null check (signer_kind in ('person', 'outsider')),
  signer_id uuid not null,
  file_id uuid references custody_file,
  signed_at timestamptz not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  scope uuid[] not null,
  check ((kind = 'code') = (file_id is null)),
  check (kind <> 'code' or signer_kind = 'outsider')
);
comment on table custody_signature is 'Ledger: who signed a hand-over, how and when. Drawn and on paper with the file; a code that came by text message has none.';
comment on column custody_signature.signed_at is 'As the device said it; recorded_at is the server''s.';

create table custody_number (
  year smallint primary key,
  last integer not null
);
comment on table custody_number is 'The last number of a bảng kê in a year.';

create table manifest (
  id uuid primary key,
  number text not null unique,
  from_kind text not null,
  from_id uuid,
  to_kind text not null,
  to_id uuid,
  lines integer not null check (lines > 0),
  state text not null check (state in ('offered', 'accepted', 'refused', 'withdrawn')),
  received_as text check (received_as in ('postalForwarder', 'agentOfAgency')),
  offered_by uuid not null,
  offered_at timestamptz not null,
  offer_signature_id uuid not null references custody_signature,
  taken_by_kind text,
  taken_by_id uuid,
  taken_at timestamptz,
  settled_at timestamptz,
  settled_by uuid,
  accept_signature_id uuid references custody_signature,
  accepted integer,
  reason_sealed bytea,
  scope uuid[] not null,
  check ((state = 'offered') = (settled_at is null)),
  check ((state = 'accepted') = (accept_signature_id is not null)),
  check ((state = 'accepted') = (taken_by_kind is not null)),
  check ((state = 'accepted') = (accepted is not null)),
  check ((state = 'accepted') = (taken_at is not null)),
  check (offer_signature_id <> accept_signature_id)
);
comment on table manifest is 'Bảng kê bàn giao: things offered by one holder to another. Only its acceptance moves the holder; then it is the biên bản giao nhận.';
comment on column manifest.received_as is 'Of posted dossiers: the signing is the legal moment of submission (forwarder), or the desk stood for the agency.';
comment on column manifest.taken_by_kind is 'Who holds the things since: the addressee, or the one of its people who took them.';
create index manifest_open_to on manifest (to_id, offered_at) where state = 'offered';
create index manifest_open_from on manifest (from_id, offered_at) where state = 'offered';
create index manifest_offered_by on manifest (offered_by, offered_at);
create index manifest_settled_by on manifest (settled_by, settled_at) where settled_by is not null;

create table manifest_line (
  manifest_id uuid not null references manifest,
  position smallint not null check (position > 0),
  thing text not null check (thing in ('item', 'container')),
  thing_id uuid not null,
  seal text,
  outcome text not null check (outcome in ('offered', 'accepted', 'missing', 'notTaken')),
  scope uuid[] not null,
  primary key (manifest_id, position)
);
comment on column manifest_line.seal is 'The seal as the giver named it.';
comment on column manifest_line.outcome is 'Missing: the receiver counted and did not find it, so that it stays with the giver. Not taken: refused or withdrawn.';
create unique index manifest_line_offered on manifest_line (thing_id) where outcome = 'offered';
create index manifest_line_thing on manifest_line (thing_id);

create table custody_act (
  id uuid primary key,
  type text not null check (type in ('made', 'packed', 'unpacked', 'sealed', 'opened', 'rewrapped', 'placed', 'accepted', 'ended', 'succeeded')),
  manifest_id uuid references manifest,
  signature_id uuid references custody_signature,
  actor_id uuid not null,
  occurred_at timestamptz not null,
  recorded_at timestamptz not null,
  scope uuid[] not null,
  check ((type = 'accepted') = (manifest_id is not null)),
  check ((type = 'placed') = (signature_id is not null))
);
comment on table custody_act is 'Ledger: one act with things that is no event of a dossier. Between two people it names the manifest with both signatures.';

create table custody_task (
  id uuid primary key,
  kind text not null check (kind in
    ('missing', 'extra', 'sealDiffers', 'sealBroken', 'torn', 'sheets', 'competing', 'stockMissing', 'stockElsewhere')),
  thing text check (thing in ('item', 'container')),
  thing_id uuid,
  scanned text,
  manifest_id uuid references manifest,
  signature_id uuid references custody_signature,
  photo_file_id uuid references custody_file,
  claimed_kind text,
  claimed_id uuid,
  note_sealed bytea,
  found_by uuid not null,
  found_at timestamptz not null,
  recorded_at timestamptz not null,
  settled_at timestamptz,
  settled_by uuid references nation.account,
  settled_words_sealed bytea,
  scope uuid[] not null,
  check ((settled_at is null) = (settled_by is null)),
  check (num_nonnulls(thing_id, scanned) > 0)
);
comment on table custody_task is 'Chênh lệch: what did not agree when things changed hands or were counted, with its proofs, until a person has settled it.';
comment on column custody_task.claimed_kind is 'Of a competing acceptance: who else says to hold it.';
create index custody_task_open on custody_task (found_at) where settled_at is null;
create index custody_task_manifest on custody_task (manifest_id) where manifest_id is not null;
create index custody_task_thing on custody_task (thing_id) where thing_id is not null;

create table stock_take (
  id uuid primary key,
  holder_kind text not null,
  holder_id uuid not null,
  expected integer not null,
  found integer not null,
  missing integer not null,
  elsewhere integer not null,
  taken_by uuid not null,
  taken_at timestamptz not null,
  scope uuid[] not null
);
create index stock_take_holder on stock_take (holder_id, taken_at);
create table stock_take_line (
  stock_take_id uuid not null references stock_take,
  position integer not null,
  scanned text,
  thing text check (thing in ('item', 'container')),
  thing_id uuid,
  outcome text not null check (outcome in ('found', 'missing', 'elsewhere', 'unknown')),
  scope uuid[] not null,
  primary key (stock_take_id, position)
);
comment on table stock_take is 'Kiểm kê: what was scanned at a place against what should lie there.';

create table custody_code (
  id uuid primary key,
  outsider_id uuid not null references custody_outsider,
  manifest_id uuid not null references manifest,
  code_sealed bytea not null,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  tries smallint not null,
  used_at timestamptz,
  scope uuid[] not null
);
comment on table custody_code is 'A one-time code for the phone of somebody without an account, sealed; it counts once, for some minutes.';

alter table custody_entry rename column item_id to thing_id;
alter table custody_entry rename constraint custody_entry_item_id_fkey to custody_entry_thing_fkey;
alter table custody_entry
  drop constraint custody_entry_thing_fkey,
  drop constraint custody_entry_type_check,
  drop constraint custody_entry_recounted,
  add column thing text not null default 'item' check (thing in ('item', 'container')),
  add column act_id uuid references custody_act,
  add column seal text,
  alter column dossier_id drop not null,
  alter column dossier_seq drop not null,
  add constraint custody_entry_type_check check (type in
    ('born', 'handedOver', 'succeeded', 'recounted', 'originalsBack', 'struck', 'packed', 'unpacked', 'sealed', 'opened', 'placed')),
  add constraint custody_entry_counted check (
    num_nulls(originals, copies) in (0, 2)
    and (originals is not null) = (type = 'recounted' or thing = 'item' and type in ('packed', 'unpacked'))),
  add constraint custody_entry_by_act check (num_nonnulls(dossier_seq, act_id) = 1),
  add constraint custody_entry_of_item check (thing = 'container' or dossier_id is not null),
  add constraint custody_entry_seal check ((type in ('sealed', 'opened')) = (seal is not null)),
  add constraint custody_entry_signed check (type <> 'handedOver' or num_nonnulls(signature_file_id, act_id) = 1);
alter table custody_entry alter column thing drop default;
create index custody_entry_act on custody_entry (act_id) where act_id is not null;
comment on column custody_entry.originals is 'Of a recount: how many there are, as the holder found them. Of packing and unpacking: how many went in or came out.';
comment on column custody_entry.act_id is 'The act by which it came; null where an event of the dossier moved it (dossier_seq).';
comment on column custody_entry.signature_file_id is 'Of a hand-over to the citizen by an event of the dossier; by an act the signatures stand in its manifest.';
comment on table custody_entry is 'Ledger: who holds each thing. The first entry is its birth; the last names its holder or the container it lies in.';

alter table item drop constraint item_holder_kind_check,
  add constraint item_holder_kind_check check (holder_kind in
    ('person', 'counter', 'agency', 'unit', 'postOffice', 'place', 'citizen', 'outsider', 'container'));
alter table hand_over_line drop constraint hand_over_line_to_kind_check,
  add constraint hand_over_line_to_kind_check check (to_kind in
    ('person', 'counter', 'agency', 'unit', 'postOffice', 'place', 'citizen', 'outsider', 'container'));
create index item_holder on item (holder_kind, holder_id, id) where holder_kind is not null and holder_kind <> 'citizen';

grant select, insert on custody_charge, custody_outsider, custody_file, custody_signature, custody_act, stock_take, stock_take_line to :app;
grant select, insert, update on custody_place, container, custody_number, manifest, manifest_line, custody_task, custody_code to :app;

do $$
declare
  named text;
begin
  foreach named in array array['custody_place', 'custody_charge', 'container', 'custody_outsider', 'custody_file',
    'custody_signature', 'manifest', 'manifest_line', 'custody_act', 'custody_task', 'stock_take', 'stock_take_line',
    'custody_code']
  loop
    execute format('alter table %I enable row level security', named);
    execute format($policy$create policy %I on %I using (
      scope && (select nullif(current_setting('motcua.scope', true), '')::uuid[]))
      with check (scope && nullif(current_setting('motcua.scope', true), '')::uuid[])$policy$, named || '_scope', named);
  end loop;
end $$;

-- Whoever may see a packet may see its whole way, also the part of before it came into sight. As a function, since a subquery in
-- a policy may be answered by reading every packet once for each statement.
create function sees_container(box uuid) returns boolean
language sql stable security definer
begin atomic
  select exists (select from container c where c.id = sees_container.box
    and c.scope && nullif(current_setting('motcua.scope', true), '')::uuid[]);
end;
revoke all on function sees_container from public;
grant execute on function sees_container to :app;
alter policy custody_entry_scope on custody_entry using (
  scope && (select nullif(current_setting('motcua.scope', true), '')::uuid[])
  or dossier_id = nullif(current_setting('motcua.dossier', true), '')::uuid
  or thing = 'container' and sees_container(thing_id))
with check (
  scope && nullif(current_setting('motcua.scope', true), '')::uuid[]
  or dossier_id = nullif(current_setting('motcua.dossier', true), '')::uuid);

create unique index custody_signature_file on custody_signature (file_id) where file_id is not null;

create index custody_entry_seal on custody_entry (seal) where type = 'sealed';

-- A signature or photo is seen by whoever sees the hand-over or the task that names it.
create index custody_task_photo on custody_task (photo_file_id) where photo_file_id is not null;
create function sees_custody_file(file uuid) returns boolean
language sql stable security definer
begin atomic
  select exists (select from custody_signature s where s.file_id = sees_custody_file.file
      and s.scope && nullif(current_setting('motcua.scope', true), '')::uuid[])
    or exists (select from custody_task t where t.photo_file_id = sees_custody_file.file
      and t.scope && nullif(current_setting('motcua.scope', true), '')::uuid[]);
end;
revoke all on function sees_custody_file from public;
grant execute on function sees_custody_file to :app;
alter policy custody_file_scope on custody_file using (
  scope && (select nullif(current_setting('motcua.scope', true), '')::uuid[])
  or sees_custody_file(id));
create index custody_entry_container on custody_entry ((case when type = 'packed' then to_id else from_id end))
  where type in ('packed', 'unpacked');

-- How much lies in a container, in it and in those within: counts alone, for whoever has it in hand. What the papers are is for
-- those who work with their dossier.
create function container_sums(boxes uuid[]) returns table (box uuid, things integer, originals integer, copies integer)
language sql stable security definer
begin atomic
  with recursive within as (
    select asked.id as top, asked.id, false as inner_one from unnest(boxes) as asked (id)
    union all
    select within.top, c.id, true from within join container c on c.holder_kind = 'container' and c.holder_id = within.id)
  select within.top, (count(i.id) + count(distinct within.id) filter (where within.inner_one))::integer,
    coalesce(sum(case when i.originals_back then 0 else i.originals end), 0)::integer, coalesce(sum(i.copies), 0)::integer
  from within left join item i on i.holder_kind = 'container' and i.holder_id = within.id
  group by within.top;
end;
revoke all on function container_sums from public;
grant execute on function container_sums to :app;
