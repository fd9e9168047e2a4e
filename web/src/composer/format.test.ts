import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { apply, type TextState } from "./edit.ts";
import { insertCodeBlock, insertLink, toggleLines, toggleMark } from "./format.ts";

/** "a [b] c" with the selection in brackets; "a | c" with the caret at the bar. */
function read(picture: string): TextState {
  const caret = picture.indexOf("¦");
  if (caret >= 0) return { text: picture.replace("¦", ""), start: caret, end: caret };
  const start = picture.indexOf("«");
  const end = picture.indexOf("»") - 1;
  return { text: picture.replace(/[«»]/g, ""), start, end };
}

function draw({ text, start, end }: TextState): string {
  if (start === end) return `${text.slice(0, start)}¦${text.slice(start)}`;
  return `${text.slice(0, start)}«${text.slice(start, end)}»${text.slice(end)}`;
}

describe("a mark", () => {
  it.each([
    ["make «this» bold", "make **«this»** bold"],
    ["make **«this»** bold", "make «this» bold"],
    ["make «**this**» bold", "make «this» bold"],
    ["«word »next", "**«word»** next"],
    ["write ¦", "write **¦**"],
    ["write **¦**", "write ¦"],
  ])("turns %j into %j", (before, after) => {
    const state = read(before);
    expect(draw(apply(state, toggleMark(state, "**")))).toBe(after);
  });

  it("does not take the stars of bold for those of italic", () => {
    const state = read("**«bold»**");
    expect(draw(apply(state, toggleMark(state, "*")))).toBe("***«bold»***");
  });

  it("put on twice leaves the text as it was", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom("a", " ", "\n", "é") }),
        fc.nat(),
        fc.nat(),
        (text, a, b) => {
          const [start = 0, end = 0] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y);
          const once = apply({ text, start, end }, toggleMark({ text, start, end }, "~~"));
          expect(apply(once, toggleMark(once, "~~")).text).toBe(text);
        },
      ),
    );
  });
});

describe("a link", () => {
  it.each([
    ["see «this»", "see [this](«https://»)"],
    ["see «https://a.example»", "see [¦](https://a.example)"],
    ["see ¦", "see [](«https://»)"],
  ])("turns %j into %j", (before, after) => {
    const state = read(before);
    expect(draw(apply(state, insertLink(state)))).toBe(after);
  });

  it("takes an address that was pasted onto words", () => {
    const state = read("see «this»");
    expect(draw(apply(state, insertLink(state, "https://a.example")))).toBe("see [this](https://a.example)¦");
  });
});

describe("a code block", () => {
  it("stands on lines of its own", () => {
    const state = read("run «make up» now");
    expect(draw(apply(state, insertCodeBlock(state)))).toBe("run \n```\n«make up»\n```\n now");
  });

  it("waits for code when nothing is selected", () => {
    const state = read("¦");
    expect(draw(apply(state, insertCodeBlock(state)))).toBe("```\n¦\n```");
  });
});

describe("lines", () => {
  it.each([
    ["quote", "one\nt«wo\nth»ree", "one\n«> two\n> three»"],
    ["quote", "«> one\n> two»", "«one\ntwo»"],
    ["bullet", "¦one", "- one¦"],
    ["number", "«one\ntwo»", "«1. one\n2. two»"],
    ["number", "«- one\n- two»", "«1. one\n2. two»"],
    ["bullet", "«- one\ntwo»", "«- one\n- two»"],
  ] as const)("become a %s", (kind, before, after) => {
    const state = read(before);
    expect(draw(apply(state, toggleLines(state, kind)))).toBe(after);
  });
});
