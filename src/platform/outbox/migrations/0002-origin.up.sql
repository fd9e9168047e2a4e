-- What the event was caused by, for logs and traces: requestId and traceparent, where there are such.
alter table events.outbox add column origin json;

-- Beside the one with five parameters, which servers of the version before still call.
create function events.record(
  p_ids text[], p_types text[], p_payloads text[], p_occurred_at timestamptz, p_caused_by text, p_origin text)
returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  insert into events.outbox (id, type, payload, occurred_at, caused_by, origin)
  select id, type, payload::json, p_occurred_at, p_caused_by, p_origin::json
  from unnest(p_ids, p_types, p_payloads) with ordinality as t (id, type, payload, ord)
  order by ord;
$$;

revoke execute on function events.record(text[], text[], text[], timestamptz, text, text) from public;
grant execute on function events.record(text[], text[], text[], timestamptz, text, text) to chatter_context;
