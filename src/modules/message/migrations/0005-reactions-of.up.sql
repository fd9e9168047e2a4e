-- How somebody reacted is taken back when they leave for good.
create index reactions_of on message.reactions (user_id);
