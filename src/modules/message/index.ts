export type { Audiences, Memberships, Permit, ReadPosition, WriteAccess } from "./application/ports.ts";
export type { SendMessage } from "./application/send-message.ts";
export type { Audience } from "./domain/mentions.ts";
export type { MessageSchema } from "./infrastructure/schema.ts";
export { createMessageModule, type MessageDeps, type MessageModule, type SentMessage } from "./module.ts";
