import { describe, expect, it } from "vitest";
import { rank } from "./rank.ts";

const choices = (...titles: string[]) => titles.map((title) => ({ id: title, title, weight: 0 }));
const titles = (found: ReturnType<typeof rank>) => found.map(({ choice }) => choice.title);

describe("what the switcher finds", () => {
  it("is everything, the most wanted first, when nothing is typed", () => {
    const all = [
      { id: "a", title: "general", weight: 0 },
      { id: "b", title: "incidents", weight: 9 },
    ];
    expect(titles(rank(all, "", 10))).toEqual(["incidents", "general"]);
  });

  it("puts whole names before beginnings, beginnings before words and words before parts", () => {
    const found = rank(choices("redesign", "ux-design", "designers", "design"), "design", 10);
    expect(titles(found)).toEqual(["design", "designers", "ux-design", "redesign"]);
  });

  it("lets initials and letters in their order find a name, and nothing else", () => {
    expect(titles(rank(choices("design-review", "random"), "dr", 10))).toEqual(["design-review"]);
    expect(titles(rank(choices("general", "random"), "gnrl", 10))).toEqual(["general"]);
    expect(rank(choices("general"), "lareneg", 10)).toEqual([]);
  });

  it("ignores case, accents and the sign of a channel or person", () => {
    expect(titles(rank(choices("Tomás Ruiz"), "@tomas r", 10))).toEqual(["Tomás Ruiz"]);
    expect(titles(rank(choices("launch"), "#LAUN", 10))).toEqual(["launch"]);
  });

  it("finds by an alias too", () => {
    const person = { id: "1", title: "Amara Okafor", alias: "ao-sre", weight: 0 };
    expect(rank([person], "sre", 10)).toEqual([expect.objectContaining({ choice: person, marks: [] })]);
  });

  it("marks the letters that were asked for", () => {
    expect(rank(choices("ux-design"), "des", 10)[0]?.marks).toEqual([3, 4, 5]);
    expect(rank(choices("design-review"), "dr", 10)[0]?.marks).toEqual([0, 7]);
  });

  it("prefers what is unread or was used lately among names that fit alike", () => {
    const two = [
      { id: "a", title: "launch-eu", weight: 0 },
      { id: "b", title: "launch-us", weight: 5 },
    ];
    expect(titles(rank(two, "launch", 10))).toEqual(["launch-us", "launch-eu"]);
  });

  it("gives no more than was asked for", () => {
    expect(rank(choices("a1", "a2", "a3"), "a", 2)).toHaveLength(2);
  });
});
