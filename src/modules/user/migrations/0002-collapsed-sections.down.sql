alter table users.preferences drop collapsed_sections;
