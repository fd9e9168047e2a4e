import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import { leanMarked } from "./lean-marked.ts";

const full = readFileSync(
  createRequire(import.meta.url)
    .resolve("marked")
    .replace(/[\w.]+$/, "marked.esm.js"),
  "utf8",
);

describe("marked for the browser", () => {
  it("reads the same tokens as the full one", async () => {
    const source =
      "# Title\n\n- *one* `two`\n\n> **quoted** [link](https://chatter.test)\n\n|a|b|\n|-|-|\n|1|2|";
    const lexed = await Promise.all(
      [full, leanMarked(full)].map(async (code) => {
        const { Lexer } = await import(`data:text/javascript,${encodeURIComponent(code)}`);
        return new Lexer().lex(source);
      }),
    );
    expect(lexed[1]).toEqual(lexed[0]);
    expect(lexed[0]).not.toHaveLength(0);
  });

  it("is refused where it is not what it was", () => {
    expect(() => leanMarked("export{a as Lexer}")).toThrow("marked is built in another way than before.");
  });
});
