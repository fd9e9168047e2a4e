// node tools/test/main.ts <project>…: runs the named Vitest projects and ends with "N passed, N failed".
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findChromium } from "./chromium.ts";
import { closingLine, type Summary, summarize } from "./summary.ts";

const inCI = !["", "false", undefined].includes(process.env["CI"]);
const chromium = findChromium(process.env);
const asked = process.argv.slice(2);
const projects = asked.filter((it) => it !== "browser" || chromium !== undefined);

let summary: Summary = runVitest(projects);

if (projects.length < asked.length) {
  console.log("\nBrowser tests left out: no Chromium found. Install one, or name it in CHROMIUM.");
  if (inCI) summary = { ...summary, failed: summary.failed + 1 };
}
if (summary.skipped > 0) {
  console.log(`\n${summary.skipped} tests were skipped${inCI ? ", which counts as failure here" : ""}.`);
  if (inCI) summary = { ...summary, failed: summary.failed + summary.skipped };
}
console.log(closingLine(summary));
process.exitCode = summary.failed === 0 ? 0 : 1;

function runVitest(names: readonly string[]): Summary {
  if (names.length === 0) return { passed: 0, failed: 0, skipped: 0 };
  const scratch = mkdtempSync(join(tmpdir(), "chatter-test-"));
  const output = join(scratch, "report.json");
  try {
    const { status } = spawnSync(
      "node_modules/.bin/vitest",
      [
        "run",
        ...names.flatMap((name) => ["--project", name]),
        "--reporter=default",
        "--reporter=json",
        `--outputFile.json=${output}`,
      ],
      {
        stdio: "inherit",
        env: { ...process.env, ...(chromium === undefined ? {} : { CHROMIUM: chromium }) },
      },
    );
    if (!existsSync(output)) return { passed: 0, failed: 1, skipped: 0 };
    const { passed, failed, skipped } = summarize(JSON.parse(readFileSync(output, "utf8")));
    return { passed, failed: failed === 0 && status !== 0 ? 1 : failed, skipped };
  } finally {
    rmSync(scratch, { recursive: true });
  }
}
