import { textsOf } from "./part.ts";

/** What people read about Chatter as a program on their device. */
export const installedText = textsOf("installed", {
  "version.isNew": "There is a new version of Chatter.",
  "version.reload": "Reload",

  "install.title": "On this device",
  "install.description": "Chatter in a window of its own, with an icon. It opens without a network too.",
  "install.install": "Install Chatter",
} as const);
