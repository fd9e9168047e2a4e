import { describe, expect, it } from "vitest";
import { apply, type Edit, type TextState } from "./edit.ts";
import { breakLine, indentItems, isInCodeBlock } from "./lists.ts";

function broken(text: string): string | undefined {
  const state = { text, start: text.length, end: text.length };
  return changed(state, breakLine(state))?.text;
}

function changed(state: TextState, edit: Edit | undefined): TextState | undefined {
  return edit && apply(state, edit);
}

describe("a line break", () => {
  it.each([
    ["- one", "- one\n- "],
    ["  * one", "  * one\n  * "],
    ["9. nine", "9. nine\n10. "],
    ["2) two", "2) two\n3) "],
    ["> said", "> said\n> "],
    ["- [x] done", "- [x] done\n- [ ] "],
  ])("after %j goes on with it", (before, after) => {
    expect(broken(before)).toBe(after);
  });

  it("on an empty item ends the list", () => {
    expect(broken("- one\n- ")).toBe("- one\n");
  });

  it("elsewhere is left to the browser", () => {
    expect(broken("plain")).toBeUndefined();
  });
});

describe("Tab", () => {
  it("moves list items in and out", () => {
    const state = { text: "- one\n- two", start: 8, end: 8 };
    const moved = apply(state, indentItems(state, "in") ?? { from: 0, to: 0, insert: "", select: [0, 0] });
    expect(moved).toEqual({ text: "- one\n  - two", start: 10, end: 10 });
    expect(apply(moved, indentItems(moved, "out") ?? { from: 0, to: 0, insert: "", select: [0, 0] })).toEqual(
      state,
    );
  });

  it("is left to the browser outside of lists", () => {
    expect(indentItems({ text: "plain", start: 0, end: 0 }, "in")).toBeUndefined();
  });
});

describe("a code block", () => {
  it("is open until its closing fence", () => {
    expect(isInCodeBlock("```ts\nconst a", 13)).toBe(true);
    expect(isInCodeBlock("```ts\nconst a\n```\n", 18)).toBe(false);
    expect(isInCodeBlock("text", 4)).toBe(false);
  });
});
