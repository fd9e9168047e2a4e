/** The context `admin`: how the installation is, for those who manage the organisation. */
export type { Census, Installation } from "./application/ports.ts";
export type { WatchedEngine } from "./domain/overview.ts";
export { type AdminDeps, type AdminModule, createAdminModule } from "./module.ts";
