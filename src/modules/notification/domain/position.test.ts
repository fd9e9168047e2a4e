import { describe, expect, it } from "vitest";
import { channelId, userId } from "../testing/ids.ts";
import { numbered } from "../testing/runs.ts";
import type { Meaning } from "./meaning.ts";
import { type Position, portion, startAt } from "./position.ts";
import { endOf, type Run } from "./stream.ts";

const [ada, bob] = [userId(1), userId(2)];

const reader = (changes: Partial<Position> = {}): Position => ({
  userId: ada,
  standing: "member",
  phase: "behind",
  next: 1,
  ...changes,
});

/** Entries from 1 on, with these meanings at these positions. */
function entries(count: number, meanings: Readonly<Record<number, Meaning>>): Run {
  return {
    first: 1,
    entries: Array.from({ length: count }, (_, n) => ({ ...numbered(n + 1), meaning: meanings[n + 1] })),
  };
}

const left = (user: typeof ada): Meaning => ({ kind: "member_left", userId: user });
const joined = (user: typeof ada): Meaning => ({ kind: "member_joined", userId: user });

describe("what of a run is a reader's", () => {
  it("begins at its next entry", () => {
    expect(portion(reader({ next: 3 }), entries(5, {})).run).toMatchObject({ first: 3 });
  });

  it("ends with the entry that says the person left", () => {
    const { run, ask } = portion(reader(), entries(5, { 2: left(bob), 3: left(ada), 4: left(ada) }));
    expect([endOf(run), ask]).toEqual([4, true]);
  });

  it("does not end where others come and go, or for a member whose channel changes", () => {
    const run = entries(4, { 1: left(bob), 2: joined(bob), 3: { kind: "channel_changed" }, 4: joined(ada) });
    expect(portion(reader(), run)).toMatchObject({ run, ask: false });
  });

  it("ends for an onlooker where the channel changes or they become a member", () => {
    const onlooker = reader({ standing: "preview" });
    expect(endOf(portion(onlooker, entries(4, { 2: { kind: "channel_changed" } })).run)).toBe(3);
    expect(endOf(portion(onlooker, entries(4, { 3: joined(ada) })).run)).toBe(4);
  });

  it("does not end in a person's own stream", () => {
    const own = reader({ standing: "own" });
    const run = entries(2, { 1: { kind: "channel_added", channelId: channelId(1) } });
    expect(portion(own, run).ask).toBe(false);
  });
});

describe("where a reader begins", () => {
  it("is after its cursor, or at the live end without one", () => {
    expect(startAt(4, 9, 5)).toEqual({ next: 5 });
    expect(startAt(9, 9, 5)).toEqual({ next: 10 });
    expect(startAt(undefined, 9, 5)).toEqual({ next: 10 });
    expect(startAt(0, 5, 5)).toEqual({ next: 1 });
  });

  it("is the live end where too much is missing, or the stream never came so far", () => {
    expect(startAt(3, 9, 5)).toEqual({ next: 10, reset: "too_far_behind" });
    expect(startAt(10, 9, 5)).toEqual({ next: 10, reset: "unknown_cursor" });
  });
});
