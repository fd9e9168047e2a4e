alter table users.preferences add collapsed_sections text[] not null default '{}'
  check (collapsed_sections <@ array['starred', 'channels', 'directs']);
