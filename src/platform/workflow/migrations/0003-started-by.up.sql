-- The W3C traceparent of what started the run: traces of its steps point there. Null where nobody collected them.
alter table workflow.runs add column started_by text;
