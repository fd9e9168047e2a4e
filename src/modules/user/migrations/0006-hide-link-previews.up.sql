alter table users.preferences add hide_link_previews boolean not null default false;
