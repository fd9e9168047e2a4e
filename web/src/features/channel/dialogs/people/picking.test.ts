import { describe, expect, it } from "vitest";
import { userNamed } from "../testing/user.ts";
import { type Picking, pickAction, toggled } from "./picking.ts";

const amara = userNamed("Amara Okafor");
const jonas = userNamed("Jonas Weber");
const picking = (change: Partial<Picking> = {}): Picking => ({
  query: "",
  found: [amara, jonas],
  active: undefined,
  chosen: [],
  ...change,
});

describe("picking people", () => {
  it("goes down and up the list and round its ends", () => {
    expect(pickAction("ArrowDown", picking())).toEqual({ type: "move", to: 0 });
    expect(pickAction("ArrowDown", picking({ active: 1 }))).toEqual({ type: "move", to: 0 });
    expect(pickAction("ArrowUp", picking())).toEqual({ type: "move", to: 1 });
    expect(pickAction("ArrowUp", picking({ active: 1 }))).toEqual({ type: "move", to: 0 });
    expect(pickAction("ArrowDown", picking({ found: [] }))).toBeUndefined();
  });

  it("takes the active line by Enter", () => {
    expect(pickAction("Enter", picking({ active: 1 }))).toEqual({ type: "toggle", user: jonas });
  });

  it("is done by Enter when somebody is chosen and nothing is typed", () => {
    expect(pickAction("Enter", picking({ chosen: [amara] }))).toEqual({ type: "submit" });
    expect(pickAction("Enter", picking({ chosen: [amara], query: "x", found: [] }))).toBeUndefined();
    expect(pickAction("Enter", picking())).toBeUndefined();
  });

  it("drops who was chosen last by Backspace in an empty field", () => {
    expect(pickAction("Backspace", picking({ chosen: [amara, jonas] }))).toEqual({
      type: "drop",
      user: jonas,
    });
    expect(pickAction("Backspace", picking({ chosen: [amara], query: "j" }))).toBeUndefined();
  });

  it("chooses somebody once, and not when they are chosen again", () => {
    expect(toggled([amara], jonas)).toEqual([amara, jonas]);
    expect(toggled([amara, jonas], { ...amara })).toEqual([jonas]);
  });
});
