drop function events.record(text[], text[], text[], timestamptz, text, text);
alter table events.outbox drop column origin;
