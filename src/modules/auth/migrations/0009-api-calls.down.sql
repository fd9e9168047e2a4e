drop table auth.api_calls;
