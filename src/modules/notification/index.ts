/**
 * The context `notification`: it brings what happens to the people it concerns. Siblings write streams
 * and publish events; nobody calls it.
 */
export type { Limits } from "./application/limits.ts";
export type {
  Access,
  Memberships,
  People,
  Profiles,
  Sender,
  Signal,
  SignalBus,
} from "./application/ports.ts";
export type { NotificationSchema } from "./infrastructure/schema.ts";
export { createNotificationModule, type NotificationDeps, type NotificationModule } from "./module.ts";
