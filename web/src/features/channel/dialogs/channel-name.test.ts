import { describe, expect, it } from "vitest";
import { nameFrom, problemOf } from "./channel-name.ts";

describe("the name of a channel", () => {
  it.each([
    ["Release Plan", "release-plan"],
    ["design ", "design-"],
    ["a- b", "a-b"],
    ["a   b\tc", "a-b-c"],
    ["  #launch", "launch"],
    ["Équipe São", "équipe-são"],
    ["ΣΟΦΊΑ", "σοφία"],
    ["team.design_2", "team.design_2"],
  ])("of %j is %j", (typed, name) => {
    expect(nameFrom(typed)).toBe(name);
    expect(problemOf(name)).toBeUndefined();
  });

  it("is the same when it is typed again", () => {
    const name = nameFrom("Q3 Plan: Ideas");
    expect(nameFrom(name)).toBe(name);
  });

  it("takes letters of any script", () => {
    for (const name of ["設計", "дизайн", "تصميم", "डिज़ाइन"]) expect(problemOf(name)).toBeUndefined();
  });

  it("takes no other signs, and is needed", () => {
    for (const name of ["a/b", "wow!", "🎉", "#x", "a b"]) expect(problemOf(name)).toBe("wrongSign");
    expect(problemOf("")).toBe("empty");
  });
});
