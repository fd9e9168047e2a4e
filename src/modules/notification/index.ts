/**
 * The context `notification`: it brings what happens to the people it concerns. Siblings write streams
 * and publish events; nobody calls it.
 */
export { createNotificationModule, type NotificationModule } from "./module.ts";
