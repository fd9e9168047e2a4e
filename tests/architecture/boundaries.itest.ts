import { globSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { ModuleManifest } from "../../src/kernel/manifest.ts";
import { checkBoundaries, checkTree } from "../../tools/boundaries/check.ts";
import { codeRules } from "../../tools/boundaries/code-rules.ts";
import { importRules } from "../../tools/boundaries/import-rules.ts";
import { describeViolation, type Violation } from "../../tools/boundaries/violation.ts";

const canaries = "tests/architecture/canaries/boundaries";
const rules = readdirSync(canaries).map((folder) => ({ folder, rule: folder.replaceAll("-", " ") }));

/** What canaries without manifests of their own live by: message may use what channel publishes. */
const twoModules = new Map([
  ["channel", manifestOf("channel", [])],
  ["message", manifestOf("message", ["channel"])],
  ["user", manifestOf("user", [])],
]);

describe("the boundaries", () => {
  it("hold in this project", async () => {
    expect((await checkBoundaries(".")).map(describeViolation)).toEqual([]);
  });

  it.each(rules)("let pass what keeps the rule: $rule", async ({ folder }) => {
    expect((await check(folder, "good")).map(describeViolation)).toEqual([]);
  });

  it.each(rules)("refuse what breaks the rule: $rule", async ({ folder, rule }) => {
    const broken = await check(folder, "bad");
    // A canary that breaks other rules too would not show which one caught it.
    expect([...new Set(broken.map((it) => it.rule))]).toEqual([rule]);
    expect(pathsOf(broken)).toEqual(expect.arrayContaining(filesOf(folder)));
  });

  it("have a canary for every rule about imports and code", () => {
    const named = [...importRules, ...codeRules].map((it) => it.name);
    expect(rules.map((it) => it.rule)).toEqual(expect.arrayContaining(named));
  });
});

async function check(folder: string, kind: "good" | "bad"): Promise<Violation[]> {
  const root = join(canaries, folder, kind);
  const ownManifests = globSync("src/modules/*/manifest.ts", { cwd: root }).length > 0;
  return ownManifests ? checkBoundaries(root) : checkTree(root, twoModules);
}

function pathsOf(violations: readonly Violation[]): string[] {
  return violations.map((it) => it.path);
}

/** What a bad canary consists of; manifests are judged together, so only one of them is named. */
function filesOf(folder: string): string[] {
  const files = globSync("**/*.{ts,tsx,sql}", { cwd: join(canaries, folder, "bad") });
  return files.filter((path) => !path.endsWith("manifest.ts"));
}

function manifestOf(name: string, dependsOn: readonly string[]): ModuleManifest {
  return { name, purpose: "A canary.", owns: [], dependsOn, ports: [], publishes: [], listens: [] };
}
