export type { Audiences, Memberships, ReadPosition, WriteAccess } from "./application/ports.ts";
export type { SendMessage, SentMessage } from "./application/send-message.ts";
export type { Audience } from "./domain/mentions.ts";
export type { MessageSchema } from "./infrastructure/schema.ts";
export { createMessageModule, type MessageDeps, type MessageModule } from "./module.ts";
