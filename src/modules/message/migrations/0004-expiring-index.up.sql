-- The index for what grows too old was one for every query that asks for what is not deleted: without good
-- statistics PostgreSQL read all of it for one thread. A condition on the time keeps it to those that ask for that.
drop index message.messages_expiring;
create index messages_expiring on message.messages (channel_id, posted_at)
  where deleted_at is null and posted_at is not null;
