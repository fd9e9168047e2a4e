import { describe, expect, it } from "vitest";
import { endOf } from "./quiet-time.ts";

const now = new Date(2026, 10, 30, 23, 45);

describe("being left alone", () => {
  it("ends after half an hour or an hour, whatever day it is then", () => {
    expect(endOf("30m", now)).toEqual(new Date(2026, 11, 1, 0, 15));
    expect(endOf("1h", now)).toEqual(new Date(2026, 11, 1, 0, 45));
  });

  it("ends on the next morning", () => {
    expect(endOf("tomorrow", now)).toEqual(new Date(2026, 11, 1, 9));
  });

  it("ends when it is turned off", () => {
    expect(endOf("always", now)).toBeUndefined();
  });
});
