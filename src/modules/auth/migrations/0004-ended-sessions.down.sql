drop table auth.ended_sessions;
