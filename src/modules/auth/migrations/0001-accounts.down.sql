drop table auth.registrations, auth.links, auth.invitations, auth.api_keys, auth.sessions, auth.accounts,
  auth.installation;
