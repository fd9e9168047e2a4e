revoke usage on schema events from chatter_context;
drop function events.record;
drop table events.deliveries;
drop table events.consumers;
drop table events.outbox;
