-- What was signed stays what it was: a line keeps how many sheets it had when it was offered, whatever is taken out later.
alter table manifest_line add column originals integer, add column copies integer, add column dossier_id uuid references dossier,
  add constraint manifest_line_counted check (num_nulls(originals, copies) in (0, 2));
comment on column manifest_line.dossier_id is 'Whose papers it had at the offer; null for a bag, for mixed contents and on lines of before.';
comment on column manifest_line.originals is 'Sheets of the paper, or of all that lay in the container, at the offer; null on lines of before.';
