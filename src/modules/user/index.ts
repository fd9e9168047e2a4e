/**
 * The context `user`: people as others see them. Sibling contexts learn of it by the events of
 * chatter.user.events.v1, and ask it through `UserModule.users`.
 */
export type { ExportLine, ExportSection, ExportSources } from "./application/export/ports.ts";
export type { ExportScope } from "./domain/export.ts";
export type { UserSchema } from "./infrastructure/schema.ts";
export { createUserModule, type UserModule } from "./module.ts";
