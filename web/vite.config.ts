import tailwindcss from "@tailwindcss/vite";
import { tanstackRouter } from "@tanstack/router-plugin/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { emojiPlugin } from "./build/emoji-plugin.ts";
import { firstScreenPlugin } from "./build/first-screen-plugin.ts";
import { fontPreloadPlugin } from "./build/font-preload-plugin.ts";
import { languagesPlugin } from "./build/languages-plugin.ts";
import { leanContractsPlugin } from "./build/lean-contracts-plugin.ts";
import { leanPackagesPlugin } from "./build/lean-packages-plugin.ts";
import { serviceWorkerPlugin } from "./build/service-worker-plugin.ts";

const server = "http://localhost:3000";

export default defineConfig({
  root: import.meta.dirname,
  plugins: [
    tanstackRouter({ target: "react", autoCodeSplitting: true }),
    react(),
    tailwindcss(),
    emojiPlugin(),
    leanContractsPlugin(),
    leanPackagesPlugin(),
    firstScreenPlugin(),
    fontPreloadPlugin(),
    languagesPlugin(),
    serviceWorkerPlugin(),
  ],
  build: {
    outDir: "dist",
    manifest: true,
    // Only browsers without modulepreload need the polyfill, and ours all have it.
    modulePreload: { polyfill: false },
    // A data: URL would ask for a wider content security policy.
    assetsInlineLimit: 0,
  },
  server: {
    port: 5173,
    proxy: {
      "^/chatter\\.": server,
      "/auth/oidc": server,
      "/avatars": server,
      "/docs": server,
      "/exports": server,
      "/healthz": server,
      "/realtime": { target: server, ws: true },
    },
  },
});
