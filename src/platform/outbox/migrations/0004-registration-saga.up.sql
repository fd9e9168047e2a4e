-- What two consumers did when somebody registered, a saga does now, under the name of a third. It also does
-- what these have left.
update events.consumers set subscriber = 'saga.registration' where subscriber = 'user.welcome-newcomer';
insert into events.deliveries (event_id, subscriber, position, due_at)
select o.id, 'saga.registration', o.position, now() from events.outbox o
where o.type = 'chatter.auth.events.v1.AccountRegistered' and o.id in (
  select d.event_id from events.deliveries d
  where d.subscriber = 'user.welcome-newcomer' and d.status <> 'done'
  union all
  select joined.caused_by from events.deliveries d join events.outbox joined on joined.id = d.event_id
  where d.subscriber = 'channel.join-default-channels' and d.status <> 'done')
on conflict do nothing;
delete from events.deliveries
where subscriber in ('user.welcome-newcomer', 'channel.join-default-channels') and status <> 'done';
delete from events.consumers where subscriber in ('user.welcome-newcomer', 'channel.join-default-channels');
