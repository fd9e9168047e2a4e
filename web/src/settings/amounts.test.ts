import { describe, expect, it } from "vitest";
import { durationText, numberText, sizeText } from "./amounts.ts";

describe("an amount", () => {
  it("on disk is told in the largest unit that fits", () => {
    expect([0n, 999n, 8_400n, 12_345_678n, 5_000_000_000n].map(sizeText)).toEqual([
      "0 byte",
      "999 byte",
      "8.4 kB",
      "12 MB",
      "5 GB",
    ]);
  });

  it("of time is told in seconds and minutes", () => {
    expect([40, 1_234, 59_000, 180_000].map(durationText)).toEqual(["40 ms", "1.2 sec", "59 sec", "3 min"]);
  });

  it("of things has the separators of the language", () => {
    expect([numberText(3), numberText(1_234_567n)]).toEqual(["3", "1,234,567"]);
  });
});
