import { describe, expect, it } from "vitest";
import { comboKey } from "./combo-key.ts";

const open = { isOpen: true, active: undefined, count: 3 };
const closed = { ...open, isOpen: false };

describe("a field with a list", () => {
  it("opens by arrows and Enter, and closes by Escape", () => {
    expect(["ArrowDown", "ArrowUp", "Enter", "Escape", "a"].map((key) => comboKey(key, closed))).toEqual([
      "open",
      "open",
      "open",
      undefined,
      undefined,
    ]);
    expect(comboKey("Escape", open)).toBe("close");
  });

  it("goes down and up, and round its ends", () => {
    expect(comboKey("ArrowDown", open)).toBe(0);
    expect(comboKey("ArrowDown", { ...open, active: 2 })).toBe(0);
    expect(comboKey("ArrowUp", open)).toBe(2);
    expect(comboKey("ArrowUp", { ...open, active: 0 })).toBe(2);
    expect(comboKey("ArrowDown", { ...open, count: 0 })).toBeUndefined();
  });

  it("takes the active line by Enter", () => {
    expect(comboKey("Enter", { ...open, active: 1 })).toBe("pick");
    expect(comboKey("Enter", open)).toBeUndefined();
  });
});
