import { describe, expect, it } from "vitest";
import { channels } from "./channels.ts";
import { membersOf, writeScript } from "./script.ts";

const until = new Date("2026-11-20T16:00:00Z");
const script = writeScript({ messages: 3_000, until, days: 40 });

describe("the demo's script", () => {
  it("is the same in every run", () => {
    expect(writeScript({ messages: 3_000, until, days: 40 })).toEqual(script);
  });

  it("tells things in the order of time, and nothing of the future", () => {
    const times = script.map((one) => one.at.getTime());
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(times.at(-1)).toBeLessThanOrEqual(until.getTime());
    expect(script.length).toBeGreaterThan(2_990);
  });

  it("lets people speak only where they are members, and answer what was said before", () => {
    const members = channels.map((channel) => new Set(membersOf(channel)));
    for (const [place, one] of script.entries()) {
      expect(members[one.channel]?.has(one.author)).toBe(true);
      if (one.inThreadOf !== undefined) {
        expect(one.inThreadOf).toBeLessThan(place);
        expect(script[one.inThreadOf]?.channel).toBe(one.channel);
      }
      expect(one.text).not.toMatch(/\{\w+\}/);
    }
  });

  it("has threads, reactions, mentions and pins", () => {
    expect(script.filter((one) => one.inThreadOf !== undefined).length).toBeGreaterThan(300);
    expect(script.filter((one) => one.reactions.length > 0).length).toBeGreaterThan(300);
    expect(script.some((one) => one.text.includes("{@"))).toBe(true);
    expect(script.some((one) => one.pinned)).toBe(true);
  });
});
