import type { ModuleManifest } from "../../kernel/manifest.ts";

export const manifest: ModuleManifest = {
  name: "auth",
  purpose: "Decides who may come in: accounts, sessions, keys for programs, invitations and roles.",
  owns: [
    "Account",
    "Session",
    "Passkey",
    "SecondFactor",
    "Identity",
    "ApiKey",
    "AccessToken",
    "ApiCall",
    "SigningKey",
    "Invitation",
    "Role",
  ],
  dependsOn: [],
  ports: ["OrgNames", "Effects", "Mail"],
  publishes: [
    "AccountRegistered",
    "RoleChanged",
    "AccountDeactivated",
    "AccountReactivated",
    "AccountDeleted",
    "SessionsEnded",
  ],
  listens: [],
};
