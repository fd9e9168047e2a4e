export type { MessageSchema } from "./infrastructure/schema.ts";
export { createMessageModule, type MessageDeps, type MessageModule } from "./module.ts";
