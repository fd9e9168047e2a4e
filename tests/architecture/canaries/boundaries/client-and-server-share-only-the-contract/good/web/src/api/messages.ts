import { MessageService } from "../../../gen/chatter/message/v1/message_pb.js";

export const service = MessageService;
