import { describe, expect, it } from "vitest";
import { hotkeyLabels, hotkeyOf } from "./hotkey.ts";

describe("a hotkey", () => {
  it("names its modifiers in one order", () => {
    const event = new KeyboardEvent("keydown", { key: "K", ctrlKey: true, shiftKey: true });
    expect(hotkeyOf(event)).toBe("mod+shift+k");
  });

  it("is written as it stands on the keys", () => {
    expect(hotkeyLabels("mod+k")).toEqual(["Ctrl", "K"]);
  });
});
