import type { Plugin } from "vite";
import { leanMarked } from "./lean-marked.ts";

/** Leaves of marked the part that reads. */
export function leanMarkedPlugin(): Plugin {
  return {
    name: "chatter:lean-marked",
    apply: "build",
    transform: {
      filter: { id: /\/marked\/lib\/marked\.esm\.js$/ },
      handler: (code) => ({ code: leanMarked(code), map: null }),
    },
  };
}
