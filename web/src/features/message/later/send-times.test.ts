import { describe, expect, it } from "vitest";
import { fromField, momentOf, toField } from "./send-times.ts";

const friday = new Date(2026, 2, 27, 16, 30);
const at = (moment: number) => toField(moment);

describe("a moment to send at", () => {
  it("is some minutes from now", () => {
    expect(at(momentOf("20m", friday))).toBe("2026-03-27T16:50");
    expect(at(momentOf("1h", friday))).toBe("2026-03-27T17:30");
  });

  it("is nine o'clock of the calendar, also over a change of the clocks", () => {
    expect(at(momentOf("tomorrow", friday))).toBe("2026-03-28T09:00");
    expect(at(momentOf("tomorrow", new Date(2026, 2, 28, 16, 30)))).toBe("2026-03-29T09:00");
    expect(at(momentOf("tomorrow", new Date(2026, 9, 24, 16, 30)))).toBe("2026-10-25T09:00");
  });

  it("is the next Monday, on a Monday that of the week after", () => {
    expect(at(momentOf("monday", friday))).toBe("2026-03-30T09:00");
    expect(at(momentOf("monday", new Date(2026, 2, 29, 8)))).toBe("2026-03-30T09:00");
    expect(at(momentOf("monday", new Date(2026, 2, 30, 8)))).toBe("2026-04-06T09:00");
  });

  it("is read from a field as it was written there", () => {
    expect(fromField("2026-03-30T09:15")).toBe(new Date(2026, 2, 30, 9, 15).getTime());
    expect(fromField("")).toBeUndefined();
  });
});
