/**
 * The context `auth`: who may come in. Sibling contexts learn of it by the events of
 * chatter.auth.events.v1 and through the functions of AuthModule; they see no account.
 */
export type { ShownCredentials } from "./api/authenticate.ts";
export type { AuthSettings, Letter, Mail, OrgNames, RegistrationMode } from "./application/ports.ts";
export type { Allowance, Allowances, AttemptLimits } from "./infrastructure/attempt-limiter.ts";
export type { AuthSchema } from "./infrastructure/schema.ts";
export { type AuthDeps, type AuthModule, createAuthModule } from "./module.ts";
