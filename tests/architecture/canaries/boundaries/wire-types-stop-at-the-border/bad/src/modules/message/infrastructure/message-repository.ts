import type { Message } from "../../../../gen/chatter/message/v1/content_pb.js";

export const textOf = (message: Message) => message.text;
