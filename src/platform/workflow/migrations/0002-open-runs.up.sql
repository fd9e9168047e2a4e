-- What is under way or stuck is counted and listed without a look at what ended.
create index runs_open on workflow.runs (started_at) where state in ('running', 'stuck');
