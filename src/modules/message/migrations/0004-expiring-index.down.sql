drop index message.messages_expiring;
create index messages_expiring on message.messages (channel_id, posted_at) where deleted_at is null;
