import { describe, expect, it } from "vitest";
import { daysOf, timeText, wishOf } from "./kept-time.ts";

describe("how long messages are kept", () => {
  it.each([undefined, 0, 7, 365, 1825, 1, 45, 3650])("%s days are chosen as they were set", (days) => {
    expect(daysOf(wishOf(days))).toBe(days);
  });

  it.each(["", "0", "3651", "-3", "1.5", "ten", "1e3"])("%j is no number of days", (typed) => {
    expect(daysOf({ choice: "other", typed })).toBe("wrong");
  });

  it.each([
    [0, "For ever"],
    [1, "1 day"],
    [90, "90 days"],
    [365, "1 year"],
    [730, "2 years"],
  ])("%s days are called %s", (days, text) => {
    expect(timeText(days)).toBe(text);
  });
});
