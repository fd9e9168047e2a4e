import { describe, expect, it } from "vitest";
import { assertSchedule, isWithin, type Schedule } from "./schedule.ts";

const workdays = new Set([0, 1, 2, 3, 4]);
const office: Schedule = { days: workdays, from: 9 * 60, to: 17 * 60 + 30, timezone: "Europe/Berlin" };
const night: Schedule = { days: new Set([4]), from: 22 * 60, to: 2 * 60, timezone: "Asia/Tokyo" };
const at = (text: string) => new Date(text);

describe("a schedule", () => {
  it("holds from its first minute to before its last, on its days", () => {
    // A Wednesday, an hour before Berlin.
    expect(isWithin(office, at("2026-03-04T07:59:59Z"))).toBe(false);
    expect(isWithin(office, at("2026-03-04T08:00:00Z"))).toBe(true);
    expect(isWithin(office, at("2026-03-04T16:29:59Z"))).toBe(true);
    expect(isWithin(office, at("2026-03-04T16:30:00Z"))).toBe(false);
    expect(isWithin(office, at("2026-03-07T10:00:00Z"))).toBe(false);
  });

  it("follows the clocks when they are changed", () => {
    expect(isWithin(office, at("2026-03-27T07:30:00Z"))).toBe(false);
    expect(isWithin(office, at("2026-03-30T07:30:00Z"))).toBe(true);
  });

  it("lasts into the next day where it ends before it begins", () => {
    // Friday the 6th, 22:00 in Tokyo.
    expect(isWithin(night, at("2026-03-06T12:59:00Z"))).toBe(false);
    expect(isWithin(night, at("2026-03-06T13:00:00Z"))).toBe(true);
    expect(isWithin(night, at("2026-03-06T16:59:00Z"))).toBe(true);
    expect(isWithin(night, at("2026-03-06T17:00:00Z"))).toBe(false);
    expect(isWithin(night, at("2026-03-05T16:00:00Z"))).toBe(false);
  });

  it("is the whole day where it ends as it begins", () => {
    const sunday = { ...office, days: new Set([6]), from: 0, to: 0, timezone: "UTC" };
    expect(isWithin(sunday, at("2026-03-08T00:00:00Z"))).toBe(true);
    expect(isWithin(sunday, at("2026-03-08T23:59:00Z"))).toBe(true);
    expect(isWithin(sunday, at("2026-03-09T00:00:00Z"))).toBe(false);
  });

  it("needs a day and a time zone that there is", () => {
    expect(() => assertSchedule({ ...office, days: new Set() })).toThrow("at least one day");
    expect(() => assertSchedule({ ...office, timezone: "Mars/Olympus" })).toThrow("no such time zone");
    expect(() => assertSchedule(office)).not.toThrow();
  });
});
