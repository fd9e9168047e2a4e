import type { ModuleManifest } from "../../kernel/manifest.ts";

export const manifest: ModuleManifest = {
  name: "admin",
  purpose:
    "Shows those who manage the organisation how the installation is: its size, engines, jobs and events, and lets them have failed events tried again and decide about flags. It keeps nothing of its own; what it shows is kept by the engines, with what was done about it.",
  owns: ["Overview"],
  dependsOn: [],
  ports: ["Census", "Installation"],
  publishes: [],
  listens: [],
};
