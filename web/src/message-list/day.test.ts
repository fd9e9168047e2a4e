import { describe, expect, it } from "vitest";
import { dayLabel, dayOf } from "./day.ts";

const now = new Date(2026, 10, 21, 9, 30).getTime();

describe("a day", () => {
  it("is the reader's own", () => {
    expect(dayOf(new Date(2026, 0, 5, 0, 0).getTime())).toBe("2026-01-05");
    expect(dayOf(new Date(2026, 0, 5, 23, 59).getTime())).toBe("2026-01-05");
  });

  it.each([
    ["2026-11-21", "Today"],
    ["2026-11-20", "Yesterday"],
    ["2026-11-09", "Monday, November 9"],
    ["2025-12-31", "Wednesday, December 31, 2025"],
  ])("%s is called %s", (day, label) => {
    expect(dayLabel(day, now)).toBe(label);
  });

  it("was yesterday across the end of a year", () => {
    expect(dayLabel("2026-12-31", new Date(2027, 0, 1).getTime())).toBe("Yesterday");
  });
});
