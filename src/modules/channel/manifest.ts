import type { ModuleManifest } from "../../kernel/manifest.ts";

export const manifest: ModuleManifest = {
  name: "channel",
  purpose:
    "The spaces where people talk: public and private channels and direct conversations, who is in them in which role, and how far each person has read.",
  owns: ["Channel", "Member", "MemberRole", "Membership", "ReadPosition", "NotificationLevel"],
  dependsOn: ["stream", "user"],
  ports: ["People", "Groups", "Blocks"],
  publishes: ["ChannelOpened", "ChannelArchived", "MembersAdded", "MemberRemoved"],
  listens: ["user.BlocksChanged", "user.GroupMembersRemoved", "user.GroupDeleted"],
};
