drop index workflow.runs_open;
