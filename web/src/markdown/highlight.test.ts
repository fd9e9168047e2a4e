import { describe, expect, it } from "vitest";
import { highlight } from "./highlight.ts";

describe("highlighting", () => {
  it("keeps every character of the code", () => {
    const code = 'const a = `x${b + "c"}`; // <b>\n';
    expect(
      highlight(code, "ts")
        ?.map((run) => run.value)
        .join(""),
    ).toBe(code);
  });

  it("tells what a stretch of code is", () => {
    expect(highlight("const a = 1;", "typescript")).toContainEqual({ kind: "keyword", value: "const" });
  });

  it("colours a language within a language", () => {
    const runs = highlight("<script>const a = 1;</script>", "html");
    expect(runs).toContainEqual({ kind: "keyword", value: "const" });
  });

  it("leaves a language that it does not know alone", () => {
    expect(highlight("whatever", "klingon")).toBeUndefined();
  });
});
