/**
 * The context `auth`: who may come in. Sibling contexts learn of it by the events of
 * chatter.auth.events.v1 and through the functions of AuthModule; they see no account.
 */

export type { AccountOperation } from "./api/operation.ts";
export type { Letter, RegistrationMode } from "./application/ports.ts";
export type { AttemptLimits } from "./infrastructure/attempt-limiter.ts";
export type { OpenIdSettings } from "./infrastructure/open-id/settings.ts";
export type { AuthSchema } from "./infrastructure/schema.ts";
export { type AuthModule, createAuthModule } from "./module.ts";
