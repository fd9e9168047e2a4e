drop index users.find_users;
drop function users.ends_of(text, text);
