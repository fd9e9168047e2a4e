import { describe, expect, it } from "vitest";
import { createIds } from "../../../kernel/ids.ts";
import { createTestClock } from "../../../kernel/testing/test-clock.ts";
import { assertSecondFactorRemains, readRecoveryCode, type Totp, takeStep } from "./second-factor.ts";

const totp: Totp = {
  userId: createIds(createTestClock()).next("usr"),
  secret: "JBSWY3DPEHPK3PXP",
  confirmedAt: new Date(0),
  lastStep: 100,
};

describe("a one-time code", () => {
  it("is taken once, and none from before it", () => {
    expect(takeStep(totp, 101).lastStep).toBe(101);
    for (const step of [100, 99, undefined]) {
      expect(() => takeStep(totp, step)).toThrow(expect.objectContaining({ reason: "CODE_INVALID" }));
    }
  });
});

describe("a recovery code", () => {
  it("is the same however it is written", () => {
    expect(readRecoveryCode(" abcd-efgh-2345-mnop ")).toBe("ABCDEFGH2345MNOP");
    expect(readRecoveryCode("ABCDEFGH2345MNOP")).toBe("ABCDEFGH2345MNOP");
  });
});

describe("the last second factor", () => {
  it("stays where the organisation asks for one, now or later", () => {
    const refusal = expect.objectContaining({ reason: "SECOND_FACTOR_NEEDED" });
    const none = { totp: false, passkeys: 0 };
    expect(() => assertSecondFactorRemains(none, new Date(0))).toThrow(refusal);
    expect(() => assertSecondFactorRemains(none, undefined)).not.toThrow();
    expect(() => assertSecondFactorRemains({ totp: false, passkeys: 1 }, new Date(0))).not.toThrow();
  });
});
