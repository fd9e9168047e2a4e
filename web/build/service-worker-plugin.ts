import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build, type Plugin } from "vite";
import { describeBuild } from "./built-files.ts";

/** Puts the service worker beside what was built; it is told the files of this build and no others. */
export function serviceWorkerPlugin(): Plugin {
  let root = "";
  return {
    name: "chatter:service-worker",
    apply: "build",
    configResolved: (config) => {
      ({ root } = config);
    },
    writeBundle: {
      order: "post",
      sequential: true,
      async handler({ dir = "" }) {
        const code = await bundleWorker(root);
        const described = describeBuild(dir, (file) => readFileSync(join(dir, file)));
        writeFileSync(join(dir, "sw.js"), `const BUILD=${JSON.stringify(described)};${code}`);
      },
    },
  };
}

async function bundleWorker(root: string): Promise<string> {
  const input = join(root, "worker/service-worker.ts");
  const bundled = await build({
    configFile: false,
    root,
    publicDir: false,
    logLevel: "error",
    build: { write: false, rolldownOptions: { input, output: { format: "iife" } } },
  });
  if (!("output" in bundled)) throw new Error("The service worker is one bundle, and was not built as one.");
  return bundled.output[0].code;
}
