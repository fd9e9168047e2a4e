drop table calls.answers, calls.tries;
