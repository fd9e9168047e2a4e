import type { ModuleManifest } from "../../kernel/manifest.ts";

export const manifest: ModuleManifest = {
  name: "file",
  purpose:
    "What people upload: taking it in however often the network breaks off, knowing what it is, keeping each content once, showing it in small, and giving it out to those who may see it, and to nobody else.",
  owns: ["Upload", "File", "Rendition", "Share", "Quota"],
  dependsOn: ["auth", "message"],
  ports: ["PostedMessages"],
  publishes: [],
  listens: ["auth.AccountDeleted", "message.AttachmentsReleased"],
};
