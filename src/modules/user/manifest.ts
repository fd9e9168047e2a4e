import type { ModuleManifest } from "../../kernel/manifest.ts";

export const manifest: ModuleManifest = {
  name: "user",
  purpose:
    "People as others see them, the organisation they belong to and how it is taken along, how each of them likes the client, in which groups they are, whom they know and whom they blocked. Its database schema is called users, because `user` is a reserved word of SQL.",
  owns: ["Org", "User", "Handle", "Status", "Avatar", "Preferences", "Group", "Contact", "Block", "Export"],
  dependsOn: ["auth", "stream"],
  ports: ["SharedChannels", "ExportSources"],
  publishes: [
    "UserJoined",
    "ProfileChanged",
    "OrgRenamed",
    "GroupMembersRemoved",
    "GroupDeleted",
    "BlocksChanged",
    "ExportRequested",
  ],
  listens: ["auth.RoleChanged", "auth.AccountDeactivated", "auth.AccountReactivated"],
};
