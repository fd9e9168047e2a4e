delete from auth.links where purpose = 'recoverAccount';
alter table auth.links drop constraint links_purpose_check;
alter table auth.links add constraint links_purpose_check check (purpose in ('resetPassword', 'verifyEmail'));
alter table auth.registrations drop column passkey;
delete from auth.registrations where password_hash is null;
alter table auth.registrations alter column password_hash set not null;
alter table auth.sessions drop column confirmed_at, drop column method;
drop table auth.ceremonies;
drop table auth.passkeys;
-- No text is the hash of a password: these accounts are opened by a link that is mailed.
update auth.accounts set password_hash = '' where password_hash is null;
alter table auth.accounts alter column password_hash set not null;
