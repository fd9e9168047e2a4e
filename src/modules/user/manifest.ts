import type { ModuleManifest } from "../../kernel/manifest.ts";

export const manifest: ModuleManifest = {
  name: "user",
  purpose:
    "People as others see them, the organisation they belong to, and how each of them likes the client. Its database schema is called users, because `user` is a reserved word of SQL.",
  owns: ["Org", "User", "Handle", "Status", "Avatar", "Preferences"],
  dependsOn: ["auth", "stream"],
  ports: ["SharedChannels"],
  publishes: ["UserJoined", "ProfileChanged", "OrgRenamed"],
  listens: [
    "auth.AccountRegistered",
    "auth.RoleChanged",
    "auth.AccountDeactivated",
    "auth.AccountReactivated",
  ],
};
