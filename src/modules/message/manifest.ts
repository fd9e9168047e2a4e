import type { ModuleManifest } from "../../kernel/manifest.ts";

export const manifest: ModuleManifest = {
  name: "message",
  purpose:
    "What is said in channels: posts, replies in threads, edits, deletions, reactions, pins and drafts, what people keep for later or let be sent later, how long it is kept, and how it is found again. It writes the channel's log and keeps the read models that history pages and searches come from.",
  owns: [
    "Message",
    "Thread",
    "Reaction",
    "Pin",
    "Mention",
    "Draft",
    "SavedMessage",
    "ScheduledMessage",
    "Retention",
    "SearchIndex",
  ],
  dependsOn: ["stream"],
  ports: [
    "Memberships",
    "Circles",
    "Closings",
    "Audiences",
    "OrgChannels",
    "ReadableChannels",
    "Handles",
    "Standing",
  ],
  publishes: [],
  listens: [],
};
