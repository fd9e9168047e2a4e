drop table workflow.steps;
drop table workflow.runs;
