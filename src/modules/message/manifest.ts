import type { ModuleManifest } from "../../kernel/manifest.ts";

export const manifest: ModuleManifest = {
  name: "message",
  purpose:
    "What is said in channels: posts, replies in threads, which files go with them, edits, deletions, reactions, pins and drafts, what people keep for later or let be sent later, how long it is kept, how it is found again, and what the pages say that it links to. It writes the channel's log and keeps the read models that history pages and searches come from.",
  owns: [
    "Message",
    "Thread",
    "Reaction",
    "Pin",
    "Mention",
    "Draft",
    "Attachment",
    "SavedMessage",
    "ScheduledMessage",
    "Retention",
    "SearchIndex",
    "LinkPreview",
    "Poll",
  ],
  dependsOn: ["stream"],
  ports: [
    "Memberships",
    "Circles",
    "Closings",
    "FileLookup",
    "Audiences",
    "OrgChannels",
    "ReadableChannels",
    "Handles",
    "Standing",
    "ChannelOrgs",
  ],
  publishes: ["AttachmentsReleased"],
  listens: [],
};
