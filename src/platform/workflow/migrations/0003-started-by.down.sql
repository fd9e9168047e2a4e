alter table workflow.runs drop column started_by;
