import type { ModuleManifest } from "../../kernel/manifest.ts";

export const manifest: ModuleManifest = {
  name: "user",
  purpose:
    "People as others see them, the organisation they belong to and how it is taken along, and how each of them likes the client. Its database schema is called users, because `user` is a reserved word of SQL.",
  owns: ["Org", "User", "Handle", "Status", "Avatar", "Preferences", "Export"],
  dependsOn: ["auth", "stream"],
  ports: ["SharedChannels", "ExportSources"],
  publishes: ["UserJoined", "ProfileChanged", "OrgRenamed", "ExportRequested"],
  listens: ["auth.RoleChanged", "auth.AccountDeactivated", "auth.AccountReactivated"],
};
