import { describe, expect, it } from "vitest";
import { createIds } from "../../../kernel/ids.ts";
import { createTestClock } from "../../../kernel/testing/test-clock.ts";
import { assertWayInRemains, isCopy, type Passkey } from "./passkey.ts";

const ids = createIds(createTestClock());
const passkey = (counter: number): Passkey => ({
  id: ids.next("psk"),
  userId: ids.next("usr"),
  credentialId: "AAAA",
  handle: "BBBB",
  publicKey: new Uint8Array(),
  counter,
  transports: [],
  backedUp: false,
  name: "Laptop",
  createdAt: new Date(0),
  lastUsedAt: undefined,
  suspectedAt: undefined,
});

describe("a passkey", () => {
  it("is the same as long as its counter grows, or stays at zero where nothing is counted", () => {
    expect(isCopy(passkey(7), 8)).toBe(false);
    expect(isCopy(passkey(0), 1)).toBe(false);
    expect(isCopy(passkey(0), 0)).toBe(false);
  });

  it("may have been copied when its counter stands still, falls, or is gone", () => {
    expect(isCopy(passkey(7), 7)).toBe(true);
    expect(isCopy(passkey(7), 3)).toBe(true);
    expect(isCopy(passkey(7), 0)).toBe(true);
  });

  it("is not taken away where nothing else opens the account", () => {
    const refusal = expect.objectContaining({ reason: "LAST_WAY_IN" });
    const none = { hasPassword: false, passkeys: 0, provided: false };
    expect(() => assertWayInRemains(none)).toThrow(refusal);
    expect(() => assertWayInRemains({ ...none, hasPassword: true })).not.toThrow();
    expect(() => assertWayInRemains({ ...none, passkeys: 1 })).not.toThrow();
    expect(() => assertWayInRemains({ ...none, provided: true })).not.toThrow();
  });
});
