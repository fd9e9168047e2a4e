import type { Message } from "../domain/message.ts";

export type EditMessage = (message: Message) => Promise<void>;
