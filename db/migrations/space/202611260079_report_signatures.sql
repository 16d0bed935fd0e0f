-- A drawing signs one report: whether it signed another is asked by it.
create index shipment_event_signature on shipment_event (signature_file_id) where signature_file_id is not null;
