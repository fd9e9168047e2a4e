import type { Plugin } from "vite";
import { leanDescriptors, leanTextFormat } from "./lean-descriptors.ts";
import { leanIcon, leanIconMaker } from "./lean-icons.ts";
import { leanMarked } from "./lean-marked.ts";
import { leanReactDom } from "./lean-react.ts";
import { leanRouterScript, leanRouterScrolling } from "./lean-router.ts";
import { leanStoreShim } from "./lean-store-shim.ts";

/** Takes out of packages what the client never reaches and tree shaking cannot see. */
export function leanPackagesPlugin(): Plugin[] {
  return [
    lean(/\/marked\/lib\/marked\.esm\.js$/, leanMarked),
    lean(/\/protobuf\/dist\/esm\/wkt\/google\/protobuf\/descriptor_pb\.js$/, leanDescriptors),
    lean(/\/protobuf\/dist\/esm\/wire\/text-format\.js$/, leanTextFormat),
    lean(/\/router-core\/dist\/esm\/scroll-restoration\.js$/, leanRouterScrolling),
    lean(/\/react-router\/dist\/esm\/scroll-restoration\.js$/, leanRouterScript),
    lean(/\/react-dom-client\.production\.js$/, leanReactDom),
    lean(/\/use-sync-external-store-shim\.production\.js$/, leanStoreShim),
    lean(/\/lucide-react\/dist\/esm\/createLucideIcon\.mjs$/, leanIconMaker),
    lean(/\/lucide-react\/dist\/esm\/icons\/[\w-]+\.mjs$/, leanIcon),
  ];
}

function lean(id: RegExp, handle: (code: string) => string): Plugin {
  return {
    name: `chatter:${handle.name}`,
    apply: "build",
    transform: { filter: { id }, handler: (code) => ({ code: handle(code), map: null }) },
  };
}
