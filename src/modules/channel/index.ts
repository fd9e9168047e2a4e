export type { ChannelFacade, ChannelSummary, MembershipSummary } from "./application/facade.ts";
export type { People } from "./application/ports.ts";
export type { ChannelKind } from "./domain/channel.ts";
export type { MemberRole, NotificationLevel } from "./domain/membership.ts";
export type { ChannelSchema } from "./infrastructure/schema.ts";
export { type ChannelDeps, type ChannelModule, createChannelModule } from "./module.ts";
