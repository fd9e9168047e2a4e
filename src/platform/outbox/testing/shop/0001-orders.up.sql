-- A context for tests of the outbox: something that dispatches events in its own transactions.
create table shop.orders (id text primary key);
