-- How old the oldest waiting mail is, and when the last one left, without reading the others.
create index delivery_waiting on notices.delivery (not_before) where state = 'queued' and channel = 'mail';
create index delivery_left on notices.delivery (sent_at) where state = 'sent' and channel = 'mail';
