-- Báo cáo bưu chính: a period counts shipments by the day on which the post took them.
create index shipment_accepted on shipment (accepted_on) where accepted_on is not null;
