import type { ModuleManifest } from "../../kernel/manifest.ts";

export const manifest: ModuleManifest = {
  name: "message",
  purpose:
    "What is said in channels: posts, replies in threads, edits, deletions, reactions, pins and drafts, and how long it is kept. It writes the channel's log and keeps the read model that history pages come from.",
  owns: ["Message", "Thread", "Reaction", "Pin", "Mention", "Draft", "Retention"],
  dependsOn: ["stream"],
  ports: ["Memberships", "Audiences", "OrgChannels"],
  publishes: [],
  listens: [],
};
