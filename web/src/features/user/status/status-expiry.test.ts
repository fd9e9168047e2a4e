import { describe, expect, it } from "vitest";
import { endOf } from "./status-expiry.ts";

// A Thursday.
const now = new Date(2026, 10, 12, 15, 20);

describe("a status", () => {
  it("stays until it is changed", () => {
    expect(endOf("always", now)).toBeUndefined();
  });

  it("ends after a while", () => {
    expect(endOf("30m", now)).toEqual(new Date(2026, 10, 12, 15, 50));
    expect(endOf("4h", now)).toEqual(new Date(2026, 10, 12, 19, 20));
  });

  it("ends with the day", () => {
    expect(endOf("today", now)).toEqual(new Date(2026, 10, 13));
  });

  it("ends with the week, which is after Sunday", () => {
    expect(endOf("week", now)).toEqual(new Date(2026, 10, 16));
    expect(endOf("week", new Date(2026, 10, 15, 9))).toEqual(new Date(2026, 10, 16));
    expect(endOf("week", new Date(2026, 10, 16, 9))).toEqual(new Date(2026, 10, 23));
  });
});
