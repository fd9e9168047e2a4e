drop table jobs.runs;
