drop table auth.withdrawn_sessions;
drop table auth.withdrawals;
