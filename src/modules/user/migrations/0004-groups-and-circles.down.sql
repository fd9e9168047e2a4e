drop table users.blocks, users.contact_requests, users.contacts, users.group_members, users.groups;
