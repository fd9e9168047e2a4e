drop function message.find_lexemes;
drop table message.search_progress;
drop table message.search_segments;
drop table message.search;
