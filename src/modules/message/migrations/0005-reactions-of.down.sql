drop index message.reactions_of;
