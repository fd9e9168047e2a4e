import { describe, expect, it } from "vitest";
import { sizeOf } from "./size.ts";

describe("the size of a file", () => {
  it.each([
    [0, "0 byte"],
    [999, "999 byte"],
    [1_000, "1 kB"],
    [1_440_000, "1.4 MB"],
    [3_000_000_000, "3 GB"],
  ])("%d is %s", (bytes, text) => {
    expect(sizeOf(bytes)).toBe(text);
  });
});
