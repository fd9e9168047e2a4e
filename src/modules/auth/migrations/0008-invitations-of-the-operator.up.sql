-- The operator makes invitations too, and has no account.
alter table auth.invitations drop constraint invitations_created_by_fkey;
