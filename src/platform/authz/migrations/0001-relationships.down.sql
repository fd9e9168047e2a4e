revoke usage on schema authz from chatter_context;
drop function authz.write;
drop table authz.relation_tuples;
