drop function message.find_unsaved_lexemes;
drop function message.find_saved_lexemes;
drop table message.saved;
