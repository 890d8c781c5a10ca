-- A file that belonged to nothing but a draft goes with it; its events stay, and say why.
grant delete on documents.file to lienthong_app;
-- Whether other files have the same bytes.
create index file_hash on documents.file (hash);
