/**
 * The context `user`: people as others see them. Sibling contexts learn of it by the events of
 * chatter.user.events.v1 and ask it through UserFacade.
 */
export type { UserFacade, UserSummary } from "./application/facade.ts";
export type { SharedChannels } from "./application/ports.ts";
export type { UserSchema } from "./infrastructure/schema.ts";
export { createUserModule, type UserDeps, type UserModule } from "./module.ts";
