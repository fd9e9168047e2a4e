export const pins = "select message_id from message.pins where channel_id = $1";
