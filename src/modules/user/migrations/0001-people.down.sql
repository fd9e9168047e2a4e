drop table users.preferences, users.avatars, users.users, users.orgs;
