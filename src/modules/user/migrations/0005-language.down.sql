alter table users.preferences drop language;
