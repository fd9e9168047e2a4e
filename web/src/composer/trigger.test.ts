import { describe, expect, it } from "vitest";
import { findTrigger } from "./trigger.ts";

const at = (text: string) => findTrigger(text, text.length);

describe("suggestions", () => {
  it.each([
    ["@", { sign: "@", query: "", from: 0 }],
    ["hi @ama", { sign: "@", query: "ama", from: 3 }],
    ["hi\n(@Jö", { sign: "@", query: "Jö", from: 4 }],
    ["see #lau", { sign: "#", query: "lau", from: 4 }],
    ["great :ta", { sign: ":", query: "ta", from: 6 }],
    ["/rem", { sign: "/", query: "rem", from: 0 }],
  ])("begin at %j", (text, trigger) => {
    expect(at(text)).toEqual(trigger);
  });

  it.each([
    "mei@example",
    "a#b",
    "10:30",
    ":t",
    "either /or",
    "done @mei ",
    "`@mei",
    "```\n@mei",
    "# heading ",
  ])("do not begin at %j", (text) => {
    expect(at(text)).toBeUndefined();
  });

  it("belong to what is before the caret", () => {
    expect(findTrigger("@amara hello", 3)).toEqual({ sign: "@", query: "am", from: 0 });
  });
});
