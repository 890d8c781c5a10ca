-- The same index in the order of bytes: it finds one stream under any collation, and also walks through all streams of
-- one kind in order, which a replay of millions of events needs.
drop index kit.event_stream;
create index event_stream on kit.event (stream text_pattern_ops, seq);
