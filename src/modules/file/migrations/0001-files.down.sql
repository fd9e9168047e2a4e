drop table file.shares;
drop table file.files;
drop table file.contents;
drop table file.uploads;
drop table file.usage;
