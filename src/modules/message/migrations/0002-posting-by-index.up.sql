-- A session keeps the plan it made for a function. One made while a table was small would read all of it
-- for each post until the next ANALYZE, however many messages an import has brought by then.
alter function message.post(text[], text[], text[], text[], text[], timestamptz[], text[], boolean[], text[],
  boolean[], boolean[], bigint[], bytea[]) set enable_seqscan = off;
