/**
 * The context `notification`: it brings what happens to the people it concerns. Siblings write streams
 * and publish events; nobody calls it.
 */

export { signalCodec } from "./infrastructure/signal-codec.ts";
export { createNotificationModule, type NotificationModule } from "./module.ts";
