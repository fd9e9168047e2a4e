-- The version before announces its consumers itself.
delete from events.deliveries where subscriber = 'saga.registration' and status <> 'done';
delete from events.consumers where subscriber = 'saga.registration';
