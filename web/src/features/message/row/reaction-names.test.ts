import { describe, expect, it } from "vitest";
import { namesOfReaction } from "./reaction-names.ts";

const people: Readonly<Record<string, string>> = { usr_a: "Amara", usr_j: "Jonas", usr_m: "Mei" };
const names = (userIds: string[], count = userIds.length) =>
  namesOfReaction({ count, userIds, mine: userIds.includes("usr_m") }, "usr_m", (id) => people[id]);

describe("who reacted", () => {
  it("names people in the order in which they reacted", () => {
    expect(names(["usr_j", "usr_a"])).toBe("Jonas and Amara");
  });

  it("names the reader first, as you", () => {
    expect(names(["usr_j", "usr_m"])).toBe("You and Jonas");
  });

  it("counts those it cannot name", () => {
    expect(names(["usr_a", "usr_unknown"], 24)).toBe("Amara and 23 others");
  });
});
