import { describe, expect, it, vi } from "vitest";
import { createOutgoing } from "./outgoing.ts";

const letter = { to: "ada@example.org", subject: "Tulips", text: "" };
const LONG = 60_000;

function createLog() {
  return { warn: vi.fn<() => void>(), error: vi.fn<() => void>() };
}

describe("an outgoing letter", () => {
  it("is tried again when it was not taken", async () => {
    const [log, carry] = [createLog(), vi.fn<() => Promise<void>>()];
    carry.mockRejectedValueOnce(new Error("no answer"));
    const outgoing = createOutgoing(carry, log, { retryAfterMs: [1, 1], capacity: 9 });
    outgoing.add(letter);
    await vi.waitFor(() => expect(carry).toHaveBeenCalledTimes(2));
    await outgoing.close(LONG);
    expect(log.error).not.toHaveBeenCalled();
  });

  it("is given up after the last try, and at once when the receiver will never take it", async () => {
    const [log, carry] = [createLog(), vi.fn<() => Promise<void>>()];
    carry.mockRejectedValue(new Error("no answer"));
    const outgoing = createOutgoing(carry, log, { retryAfterMs: [1], capacity: 9 });
    outgoing.add(letter);
    await vi.waitFor(() => expect(log.error).toHaveBeenCalledTimes(1));
    expect(carry).toHaveBeenCalledTimes(2);

    carry.mockRejectedValue(Object.assign(new Error("no such person"), { responseCode: 550 }));
    outgoing.add(letter);
    await vi.waitFor(() => expect(log.error).toHaveBeenCalledTimes(2));
    expect(carry).toHaveBeenCalledTimes(3);
  });

  it("is refused when too many are under way", async () => {
    const [log, lost] = [createLog(), vi.fn<() => void>()];
    const policy = { retryAfterMs: [], capacity: 1 };
    const outgoing = createOutgoing(() => new Promise(() => {}), log, policy, lost);
    outgoing.add(letter);
    expect(outgoing.count()).toBe(1);
    outgoing.add(letter);
    expect(log.error).toHaveBeenCalledTimes(1);
    expect(lost).toHaveBeenCalledTimes(1);
    expect(outgoing.count()).toBe(1);
    await outgoing.close(1);
  });

  it("is waited for when the program stops, but not its next try", async () => {
    const [log, carry] = [createLog(), vi.fn<() => Promise<void>>()];
    let taken = () => {};
    carry.mockRejectedValueOnce(new Error("no answer"));
    carry.mockImplementationOnce(() => new Promise((resolve) => (taken = resolve)));
    const outgoing = createOutgoing(carry, log, { retryAfterMs: [LONG], capacity: 9 });
    outgoing.add({ ...letter, subject: "Waiting" });
    outgoing.add(letter);
    await vi.waitFor(() => expect(log.warn).toHaveBeenCalledTimes(1));

    const closed = outgoing.close(LONG);
    taken();
    await closed;
    expect(log.error).toHaveBeenCalledTimes(1);
    expect(carry).toHaveBeenCalledTimes(2);
  });
});
