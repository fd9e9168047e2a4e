import { sendMessage } from "../modules/message/application/send-message.ts";

export const send = sendMessage;
