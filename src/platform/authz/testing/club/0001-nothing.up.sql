-- A context for tests of authorisation. It has nothing of its own: only its role matters.
select;
