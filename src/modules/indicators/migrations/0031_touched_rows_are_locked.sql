-- Rows are taken under a lock, which needs this right.
grant update on indicators.warning_touched to lienthong_app;
