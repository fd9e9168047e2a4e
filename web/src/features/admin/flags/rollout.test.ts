import { describe, expect, it } from "vitest";
import { isSame, sharesWith, shareText, withoutPerson, withPerson } from "./rollout.ts";

const wish = { percent: 25, onUserIds: ["usr_a"], offUserIds: ["usr_b"] };

describe("for whom a flag is to be on", () => {
  it("names somebody in one list at most", () => {
    const moved = withPerson(wish, "onUserIds", "usr_b");
    expect(moved).toEqual({ percent: 25, onUserIds: ["usr_a", "usr_b"], offUserIds: [] });
    expect(withPerson(moved, "onUserIds", "usr_b")).toEqual(moved);
    expect(withoutPerson(moved, "onUserIds", "usr_a").onUserIds).toEqual(["usr_b"]);
  });

  it("is the same in whatever order people were named", () => {
    const [one, other] = [withPerson(wish, "onUserIds", "usr_c"), withPerson(wish, "onUserIds", "usr_c")];
    expect(isSame(one, { ...other, onUserIds: other.onUserIds.toReversed() })).toBe(true);
    expect(isSame(one, wish)).toBe(false);
    expect(isSame(wish, { percent: 25, onUserIds: [], offUserIds: ["usr_a", "usr_b"] })).toBe(false);
  });

  it("offers a share that is not one of the usual", () => {
    expect(sharesWith(33)).toEqual([0, 1, 5, 10, 25, 33, 50, 75, 100]);
    expect([0, 33, 100].map(shareText)).toEqual(["For nobody", "For 33% of the people", "For everybody"]);
  });
});
