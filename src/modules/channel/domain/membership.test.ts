import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sampleChannel, sampleMembership } from "../testing/sample.ts";
import { arrange, isLower, readUpTo, unreadFrom, withRole } from "./membership.ts";

const channel = sampleChannel();
const readTo = (readSeq: bigint) => sampleMembership(channel, { readSeq });
const seq = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n });

describe("a read position", () => {
  it("moves forward to what was read, never back and never past the end of the log", () => {
    fc.assert(
      fc.property(seq, seq, seq, (from, to, head) => {
        const { readSeq } = readUpTo(readTo(from), to, head);
        expect(readSeq >= from).toBe(true);
        if (readSeq > from) expect(readSeq).toBe(to < head ? to : head);
        else expect(to <= from || head <= from).toBe(true);
      }),
    );
  });

  it("moves back so that an entry is unread, and never forward", () => {
    fc.assert(
      fc.property(seq, fc.bigInt({ min: 1n, max: 2n ** 64n - 1n }), (from, first) => {
        const { readSeq } = unreadFrom(readTo(from), first);
        expect(readSeq < first).toBe(true);
        expect(readSeq).toBe(from < first ? from : first - 1n);
      }),
    );
  });

  it("that does not move leaves the membership itself as it is", () => {
    const membership = readTo(5n);
    expect(readUpTo(membership, 5n, 9n)).toBe(membership);
    expect(readUpTo(membership, 9n, 4n)).toBe(membership);
    expect(unreadFrom(membership, 6n)).toBe(membership);
  });
});

describe("what a person keeps about a channel", () => {
  it("changes only in what is given", () => {
    const starred = arrange(readTo(1n), { starred: true });
    expect(arrange(starred, { position: 2.5 })).toEqual({ ...starred, position: 2.5 });
  });

  it("is the same where nothing is given or nothing differs", () => {
    const membership = readTo(1n);
    expect(arrange(membership, {})).toBe(membership);
    expect(arrange(membership, { starred: false, notificationLevel: "default" })).toBe(membership);
  });
});

describe("a role", () => {
  it("is higher the more it permits", () => {
    expect(isLower("member", "moderator") && isLower("moderator", "admin")).toBe(true);
    expect(isLower("admin", "admin") || isLower("admin", "member")).toBe(false);
  });

  it("that somebody has already is no change", () => {
    expect(withRole(readTo(1n), "member")).toEqual([]);
  });
});
