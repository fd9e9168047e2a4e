-- Which languages there are is the client's to know.
alter table users.preferences add language text check (length(language) between 2 and 35);
