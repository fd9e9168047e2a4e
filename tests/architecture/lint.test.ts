import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";

const canaries = "tests/architecture/canaries/lint";

const ruleOf: Readonly<Record<string, string>> = {
  "a-function-takes-four-parameters": "eslint(max-params)",
  "a-switch-handles-every-case": "typescript(switch-exhaustiveness-check)",
  "no-promise-floats": "typescript(no-floating-promises)",
  "nothing-is-any": "typescript(no-explicit-any)",
  "nothing-is-asserted-to-be-there": "typescript(no-non-null-assertion)",
};

interface Diagnostic {
  readonly code: string;
  readonly filename: string;
}

describe("the linter", () => {
  let diagnostics: readonly Diagnostic[] = [];

  beforeAll(() => {
    // The canaries' configuration is the project's own, without the line that ignores canaries.
    const config = `${canaries}/canaries.oxlintrc.json`;
    const { stdout } = spawnSync("node_modules/.bin/oxlint", ["-c", config, "--format", "json", canaries]);
    diagnostics = JSON.parse(stdout.toString()).diagnostics;
  });

  const codesIn = (folder: string) =>
    diagnostics.filter((it) => it.filename.startsWith(`${canaries}/${folder}/`)).map((it) => it.code);

  it.each(Object.entries(ruleOf))("refuses what breaks %s, and nothing else", (folder, rule) => {
    expect(codesIn(`${folder}/bad`)).toEqual([rule]);
    expect(codesIn(`${folder}/good`)).toEqual([]);
  });

  it("has no canary that is not looked at", () => {
    const folders = readdirSync(canaries, { withFileTypes: true }).filter((it) => it.isDirectory());
    expect(folders.map((it) => it.name)).toEqual(Object.keys(ruleOf));
  });
});
