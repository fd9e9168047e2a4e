import type { Plugin } from "vite";
import { leanContract } from "./lean-contracts.ts";

/** Takes out of the generated contracts what a browser has no use for: 13 KiB gzipped of the first load. */
export function leanContractsPlugin(): Plugin {
  return {
    name: "chatter:lean-contracts",
    enforce: "pre",
    transform: {
      filter: { id: /\/(?:gen\/chatter\/.*|wkt\/google\/protobuf\/(?:timestamp|duration))_pb\.js$/ },
      handler: (code) => ({ code: leanContract(code), map: null }),
    },
  };
}
