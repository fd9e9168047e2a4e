drop table auth.heard_logouts;
-- What the provider has opened would be taken for what a password has.
delete from auth.sessions where method in ('provider', 'providerAndFactor');
alter table auth.sessions
  drop column provider_issuer,
  drop column provider_subject,
  drop column provider_sid;
drop table auth.identities;
