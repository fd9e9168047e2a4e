drop table flags.changes;
