// node tools/generate/main.ts [target] [--check]: writes what is generated, or tells what is stale.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { staleFiles } from "./freshness.ts";
import { generators } from "./generators.ts";

const { values, positionals } = parseArgs({
  options: { check: { type: "boolean", default: false } },
  allowPositionals: true,
});
const target = positionals[0];

if (values.check) {
  process.exitCode = (await everythingIsFresh()) ? 0 : 1;
} else {
  for (const generator of generators.filter((it) => it.target === (target ?? "generate"))) {
    await generator.run(".");
  }
}

async function everythingIsFresh(): Promise<boolean> {
  const scratch = mkdtempSync(join(tmpdir(), "chatter-fresh-"));
  try {
    const reports = [];
    for (const generator of generators) {
      await generator.run(scratch);
      const stale = staleFiles(generator.output, scratch, ".");
      if (stale.length > 0) reports.push(`${stale.join("\n")}\n  stale: run \`make ${generator.target}\``);
    }
    if (reports.length > 0) console.error(reports.join("\n"));
    return reports.length === 0;
  } finally {
    rmSync(scratch, { recursive: true });
  }
}
