import { describe, expect, it } from "vitest";
import { hotkeyLabels, hotkeyOf } from "./hotkey.ts";

describe("a hotkey", () => {
  it("names its modifiers in one order", () => {
    const event = new KeyboardEvent("keydown", { key: "K", ctrlKey: true, shiftKey: true });
    expect(hotkeyOf(event)).toBe("mod+shift+k");
  });

  it("is the same on every keyboard", () => {
    const shifted = new KeyboardEvent("keydown", { key: "&", code: "Digit7", ctrlKey: true, shiftKey: true });
    expect(hotkeyOf(shifted)).toBe("mod+shift+7");
    const cyrillic = new KeyboardEvent("keydown", { key: "и", code: "KeyB", ctrlKey: true });
    expect(hotkeyOf(cyrillic)).toBe("mod+b");
  });

  it("is written as it stands on the keys", () => {
    expect(hotkeyLabels("mod+k")).toEqual(["Ctrl", "K"]);
    expect(hotkeyLabels("+")).toEqual(["+"]);
    expect(hotkeyLabels("shift++")).toEqual(["Shift", "+"]);
  });
});
