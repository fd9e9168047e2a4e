import { build, type Plugin } from "vite";
import { firstScreen } from "./first-load.ts";

interface Chunk {
  readonly fileName: string;
  readonly facadeModuleId: string | null;
  readonly imports: readonly string[];
  readonly moduleIds: readonly string[];
}

/**
 * Puts what every page needs into one file, and what a channel needs besides into another: few requests,
 * and a whole is compressed better than its parts. What is needed is known after tree shaking only, so the
 * client is bundled once to learn it.
 */
export function firstScreenPlugin(): Plugin {
  return {
    name: "chatter:first-screen",
    apply: "build",
    config: async ({ root = ".", build: options }) => {
      // The build that learns reads this same configuration, and must not learn in its turn.
      if (options?.write === false) return undefined;
      const chunks = await bundleOnce(root);
      const [page, ...routes] = firstScreen;
      const groups = [
        { name: "page", priority: 2, test: isAmong(modulesOf(chunks, [page])) },
        { name: "channel", priority: 1, test: isAmong(modulesOf(chunks, routes)) },
      ];
      const codeSplitting = { includeDependenciesRecursively: false, groups };
      return { build: { rolldownOptions: { output: { codeSplitting } } } };
    },
  };
}

async function bundleOnce(root: string): Promise<readonly Chunk[]> {
  const bundled = await build({ root, logLevel: "error", build: { write: false, minify: false } });
  if (!("output" in bundled)) throw new Error("The client is one bundle, and was not built as one.");
  return bundled.output.filter((each) => each.type === "chunk");
}

function modulesOf(chunks: readonly Chunk[], entries: readonly string[]): ReadonlySet<string> {
  const byFile = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const visited = new Set<Chunk>();
  const visit = (chunk: Chunk | undefined) => {
    if (chunk === undefined || visited.has(chunk)) return;
    visited.add(chunk);
    for (const file of chunk.imports) visit(byFile.get(file));
  };
  for (const chunk of chunks) {
    if (entries.some((entry) => chunk.facadeModuleId?.endsWith(entry))) visit(chunk);
  }
  return new Set([...visited].flatMap((chunk) => chunk.moduleIds));
}

function isAmong(modules: ReadonlySet<string>): (id: string) => boolean {
  return (id) => modules.has(id) && !isNamed(id);
}

/** What the page or a route imports by its own name stays in a file of its own. */
function isNamed(id: string): boolean {
  return id.endsWith("/src/main.tsx") || firstScreen.some((entry) => id.endsWith(entry));
}
