-- Every end of every word of a name and of a handle: what stands anywhere in them is the beginning of an end.
-- Its cost keeps it out of plans that would make it anew for each row.
create function users.ends_of(folded_name text, handle text) returns tsvector
  language sql immutable parallel safe cost 1000
  return (
    select array_to_tsvector(array_agg(distinct substr(word, start)))
    from string_to_table(folded_name || ' ' || handle, ' ') word, generate_series(1, length(word)) start
  );
create index find_users on users.users using gin (users.ends_of(folded_name, handle));
