import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Summary, summarize } from "./summary.ts";

interface VitestOptions {
  readonly env: NodeJS.ProcessEnv;
  /** How many workers, in number or in percent of the machine's cores. */
  readonly workers: string;
}

/** Runs projects in one Vitest of their own; a run that cannot be started counts as one failure. */
export async function runVitest(projects: readonly string[], options: VitestOptions): Promise<Summary> {
  const scratch = mkdtempSync(join(tmpdir(), "chatter-test-"));
  const report = join(scratch, "report.json");
  try {
    const vitest = spawn("node_modules/.bin/vitest", argumentsOf(projects, options.workers, report), {
      stdio: "inherit",
      env: options.env,
    });
    const [status] = await once(vitest, "exit");
    if (!existsSync(report)) return { passed: 0, failed: 1, skipped: 0 };
    const { passed, failed, skipped } = summarize(JSON.parse(readFileSync(report, "utf8")));
    return { passed, failed: failed === 0 && status !== 0 ? 1 : failed, skipped };
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

function argumentsOf(projects: readonly string[], workers: string, report: string): string[] {
  return [
    "run",
    ...projects.flatMap((name) => ["--project", name]),
    `--maxWorkers=${workers}`,
    // Each process keeps transformed modules of its own: two that clear out one folder would trip over each other.
    `--fsModuleCachePath=node_modules/.cache/vitest/${projects.join("-")}`,
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${report}`,
  ];
}
