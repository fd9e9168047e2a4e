import { globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { collectReasons, errorReasonsPage, reasonsIn } from "./error-reasons.ts";

const reasons = collectReasons(".");

describe("a reason", () => {
  it("is found in every table there is", () => {
    const files = globSync("src/modules/*/domain/errors.ts");
    const contexts = new Set(reasons.map(({ context }) => context));
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) expect(contexts).toContain(file.split("/")[2]);
    expect(contexts).toContain(undefined);
  });

  it("is upper case and means the same wherever it is used", () => {
    for (const { reason, kind } of reasons) {
      expect(reason).toMatch(/^[A-Z]+(_[A-Z]+)*$/);
      const kinds = new Set(reasons.filter((it) => it.reason === reason).map((it) => it.kind));
      expect([...kinds], reason).toEqual([kind]);
    }
  });

  it("comes with a sentence for people", () => {
    for (const { reason, sentence } of reasons) expect(sentence, reason).toMatch(/^[A-Z].*\.$/);
  });
});

describe("the page of reasons", () => {
  it("tells code and status as the server answers them", () => {
    const table = `const refuse = refusals({ LATE: ["conflict", "Somebody | was faster."] });`;
    const page = errorReasonsPage(reasonsIn("src/modules/channel/domain/errors.ts", table));
    expect(page).toContain("## [channel](contexts/channel.md)");
    expect(page).toContain("| `LATE` | `already_exists` | 409 | Somebody \\| was faster. |");
  });

  it("refuses a table that it cannot read, instead of leaving it out", () => {
    expect(() => reasonsIn("src/kernel/a.ts", "refusals(table);")).toThrow("literal table");
    expect(() => reasonsIn("src/kernel/a.ts", "refusals({ LATE: late });")).toThrow("REASON");
  });

  it("is what `make generate` writes", () => {
    expect(readFileSync("docs/errors.md", "utf8")).toBe(errorReasonsPage(reasons));
  });
});
