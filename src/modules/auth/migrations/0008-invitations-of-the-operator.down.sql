delete from auth.invitations where created_by not in (select user_id from auth.accounts);
alter table auth.invitations
  add constraint invitations_created_by_fkey foreign key (created_by) references auth.accounts;
