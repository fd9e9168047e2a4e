drop function stream.redact;
drop function stream.fence;
drop function stream.head;
drop function stream.append;
drop function stream.lock;
drop table stream.entries;
drop table stream.heads;
