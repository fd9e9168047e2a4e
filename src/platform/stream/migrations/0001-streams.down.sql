drop function stream.redact;
drop function stream.fence;
drop function stream.head;
drop function stream.append;
drop function stream.append_locked;
drop function stream.lock;
drop table stream.entries;
drop table stream.heads;
