import type { Plugin } from "vite";
import { buildEmojiTable } from "./emoji-table.ts";

/** Serves `virtual:emoji`: the emoji table as a chunk of our own, so that nothing comes from a CDN. */
export function emojiPlugin(): Plugin {
  const id = "\0virtual:emoji";
  return {
    name: "chatter:emoji",
    resolveId: (source) => (source === "virtual:emoji" ? id : undefined),
    load(requested) {
      if (requested !== id) return undefined;
      const json = JSON.stringify(JSON.stringify(buildEmojiTable("en")));
      return `export const table = JSON.parse(${json});`;
    },
  };
}
