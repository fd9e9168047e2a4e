import { describe, expect, it } from "vitest";
import { colourOf, initialsOf } from "./avatar-look.ts";

describe("initials", () => {
  it.each([
    ["Amara Okafor", "AO"],
    ["Mei", "M"],
    ["Ludwig van Beethoven", "LB"],
    ["  (Support) Desk ", "SD"],
    ["élodie", "É"],
    ["山田 太郎", "山太"],
    ["🦊 Fox", "🦊F"],
    ["", ""],
  ])("of %j are %j", (name, initials) => {
    expect(initialsOf(name)).toBe(initials);
  });
});

describe("a colour", () => {
  it("stays with its id", () => {
    expect(colourOf("usr_1")).toBe(colourOf("usr_1"));
  });

  it("spreads over the palette", () => {
    const colours = new Set(Array.from({ length: 200 }, (_, n) => colourOf(`usr_${n}`)));
    expect(colours.size).toBe(12);
  });
});
