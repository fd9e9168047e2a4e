drop index channel.members_everything;
