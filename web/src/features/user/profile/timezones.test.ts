import { describe, expect, it } from "vitest";
import { timezoneOptions } from "./timezones.ts";

const now = new Date("2026-11-12T12:00:00Z");

describe("the time zones to choose from", () => {
  it("stand from west to east and say how far they are from UTC", () => {
    const labels = timezoneOptions("Europe/Berlin", now).map(({ label }) => label);
    expect(labels).toContain("(UTC+01:00) Europe/Berlin");
    expect(labels).toContain("(UTC−05:00) America/New York");
    expect(labels).toContain("(UTC+09:30) Australia/Darwin");
    const [newYork = 0, berlin = 0] = ["New York", "Berlin"].map((city) =>
      labels.findIndex((label) => label.includes(city)),
    );
    expect(newYork).toBeLessThan(berlin);
  });

  it("include the chosen one, though this browser may call it otherwise", () => {
    expect(timezoneOptions("Asia/Calcutta", now).map(({ value }) => value)).toContain("Asia/Calcutta");
  });
});
