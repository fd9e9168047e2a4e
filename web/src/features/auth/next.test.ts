import { describe, expect, it } from "vitest";
import { readNext } from "./next.ts";

describe("the page to go to after signing in", () => {
  it("is a path of this server", () => {
    expect(readNext({ next: "/c/chn_1?thread=msg_2#end" })).toEqual({ next: "/c/chn_1?thread=msg_2#end" });
  });

  it.each([
    "https://evil.example",
    "//evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "c/1",
    "",
    7,
    undefined,
  ])("is never another site: %s", (next) => expect(readNext({ next })).toEqual({}));
});
