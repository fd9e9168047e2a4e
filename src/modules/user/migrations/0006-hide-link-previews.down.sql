alter table users.preferences drop hide_link_previews;
