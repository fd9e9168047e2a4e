import { defineConfig } from "vitest/config";
import { emojiPlugin } from "./web/build/emoji-plugin.ts";

// Tests without I/O leave nothing behind, and a fresh worker per file costs more than they do: their projects
// run without isolation.
// No test waits this long; a machine that is busy with much else may let one wait.
const testTimeout = 30_000;
const unitRoots = "{src,cmd,dev,bench,tools,tests}";

export default defineConfig({
  test: {
    // Vitest would leave one core to itself: half of a machine that has two.
    maxWorkers: "100%",
    projects: [
      {
        test: {
          name: "unit",
          include: [`${unitRoots}/**/*.test.ts`],
          testTimeout,
          isolate: false,
        },
      },
      {
        oxc: { jsx: { runtime: "automatic" } },
        plugins: [emojiPlugin()],
        test: {
          name: "web",
          // A test that needs a document says so in its first line: making one takes longer than most tests.
          isolate: false,
          testTimeout,
          include: ["web/{src,build,worker}/**/*.test.ts", "web/src/**/*.test.tsx"],
        },
      },
      {
        test: {
          name: "integration",
          include: ["src/**/*.itest.ts", "tests/**/*.itest.ts"],
          globalSetup: ["tests/setup/postgres.ts"],
          testTimeout,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: "engines",
          include: ["{src,tests,tools}/**/*.etest.ts"],
          globalSetup: ["tests/setup/postgres-engine.ts"],
          testTimeout,
          hookTimeout: 120_000,
          // Engines need the machine; several at once would be slow enough to fail.
          fileParallelism: false,
        },
      },
      {
        test: {
          name: "browser",
          include: ["tests/browser/**/*.btest.ts"],
          globalSetup: ["tests/setup/postgres.ts"],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
