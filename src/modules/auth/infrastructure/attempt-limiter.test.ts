import { describe, expect, it } from "vitest";
import { createAttemptLimiter } from "./attempt-limiter.ts";

const allowing = (tries: number) => ({ tries, seconds: 60 });
const ada = { address: "192.0.2.1", account: "ada@example.org" };

async function outcomeOf(attempt: Promise<void>): Promise<string> {
  return attempt.then(
    () => "allowed",
    (error: { reason: string }) => error.reason,
  );
}

describe("attempts", () => {
  it("are counted by address over all accounts", async () => {
    const attempts = createAttemptLimiter({ logIn: { address: allowing(2) } });
    const outcomes = [];
    for (const account of ["a", "b", "c"]) {
      outcomes.push(await outcomeOf(attempts.take("logIn", { ...ada, account })));
    }
    expect(outcomes).toEqual(["allowed", "allowed", "TOO_MANY_ATTEMPTS"]);
    expect(await outcomeOf(attempts.take("logIn", { ...ada, address: "192.0.2.2" }))).toBe("allowed");
  });

  it("are counted by account over all addresses", async () => {
    const attempts = createAttemptLimiter({ logIn: { address: allowing(9), account: allowing(2) } });
    const outcomes = [];
    for (const address of ["192.0.2.1", "192.0.2.2", "192.0.2.3"]) {
      outcomes.push(await outcomeOf(attempts.take("logIn", { ...ada, address })));
    }
    expect(outcomes).toEqual(["allowed", "allowed", "TOO_MANY_ATTEMPTS"]);
  });

  it("count one network of IPv6 as one address", async () => {
    const attempts = createAttemptLimiter({ register: { address: allowing(1) } });
    const take = (address: string) => outcomeOf(attempts.take("register", { address }));
    expect(await take("2001:db8:0:1::1")).toBe("allowed");
    expect(await take("2001:db8:0:1:ffff::2")).toBe("TOO_MANY_ATTEMPTS");
    expect(await take("2001:db8:0:2::1")).toBe("allowed");
  });

  it("tell when the next one is allowed", async () => {
    const attempts = createAttemptLimiter({ logIn: { address: allowing(1) } });
    await attempts.take("logIn", ada);
    await expect(attempts.take("logIn", ada)).rejects.toMatchObject({ details: { retryAfterSeconds: 60 } });
  });

  it("that failed are forgiven at this account from this address once one succeeds", async () => {
    const attempts = createAttemptLimiter({ logIn: { address: allowing(9), pair: allowing(2) } });
    await attempts.take("logIn", ada);
    await attempts.take("logIn", ada);
    await attempts.forgive("logIn", ada);
    expect(await outcomeOf(attempts.take("logIn", ada))).toBe("allowed");
  });

  it("that succeed do not add up", async () => {
    const attempts = createAttemptLimiter({ logIn: { address: allowing(2), account: allowing(2) } });
    for (let n = 0; n < 5; n += 1) {
      await attempts.take("logIn", ada);
      await attempts.forgive("logIn", ada);
    }
    expect(await outcomeOf(attempts.take("logIn", ada))).toBe("allowed");
  });
});
