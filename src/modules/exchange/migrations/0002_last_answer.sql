-- When the portal answered last is asked on every page of the exchange.
create index message_answered on exchange.message (answered_at desc) where answered_at is not null;
