-- What was settled is looked up again, the newest first.
create index quarantined_event_settled on quarantined_event (settled_at desc, id desc) where settled_at is not null;
