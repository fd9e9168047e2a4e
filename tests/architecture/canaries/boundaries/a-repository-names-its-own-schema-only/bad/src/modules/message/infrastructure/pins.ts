export const pins = "select p.* from message.pins p join channel.members m using (channel_id)";
