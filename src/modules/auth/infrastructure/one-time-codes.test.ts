import { describe, expect, it } from "vitest";
import { oneTimeCodes } from "./one-time-codes.ts";

// The secret of RFC 6238, appendix B, in base32; its codes have eight digits there, of which these are the last six.
const secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
const at = (seconds: number) => new Date(seconds * 1000);

describe("the code of an app", () => {
  it.each([
    [59, "287082", 1],
    [1_111_111_109, "081804", 37_037_036],
    [2_000_000_000, "279037", 66_666_666],
  ])("is that of RFC 6238 at %d seconds", (seconds, code, step) => {
    expect(oneTimeCodes.stepOf(secret, code, at(seconds))).toBe(step);
  });

  it("may come from a clock that is off by one step, and by no more", () => {
    for (const off of [-30, 30]) expect(oneTimeCodes.stepOf(secret, "287082", at(45 + off))).toBe(1);
    expect(oneTimeCodes.stepOf(secret, "287082", at(90))).toBeUndefined();
    expect(oneTimeCodes.stepOf(secret, "081804", at(1_111_111_109 - 60))).toBeUndefined();
  });

  it("is six digits and nothing else", () => {
    for (const code of ["", "28708", "2870820", "abcdef", "287083"]) {
      expect(oneTimeCodes.stepOf(secret, code, at(59))).toBeUndefined();
    }
  });

  it("comes of a secret of 160 random bits, which an app is told with whose it is", () => {
    const { secret: made, uri } = oneTimeCodes.make("Northwind", "ada@example.org");
    expect(made).toMatch(/^[A-Z2-7]{32}$/);
    expect(uri).toContain("otpauth://totp/Northwind:ada%40example.org?");
    expect(uri).toContain(`secret=${made}`);
    expect(oneTimeCodes.make("Northwind", "ada@example.org").secret).not.toBe(made);
  });
});
