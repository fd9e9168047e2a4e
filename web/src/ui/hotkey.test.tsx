// @vitest-environment happy-dom
import { describe, expect, it, vi } from "vitest";
import { perform, render } from "../testing/render.ts";
import { hotkeyLabels, hotkeyOf, useHotkey } from "./hotkey.ts";

const press = (options: KeyboardEventInit) =>
  perform(
    () => void document.body.dispatchEvent(new KeyboardEvent("keydown", { bubbles: true, ...options })),
  );

function Page({ onPress, isCovered }: { readonly onPress: () => void; readonly isCovered: boolean }) {
  useHotkey("alt+arrowdown", onPress);
  return (
    <div inert={isCovered}>
      <main />
    </div>
  );
}

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

  it("works wherever one is, but not behind a dialog", async () => {
    const onPress = vi.fn();
    const { rerender } = await render(<Page onPress={onPress} isCovered={false} />);
    await press({ key: "ArrowDown", altKey: true });
    expect(onPress).toHaveBeenCalledTimes(1);
    await rerender(<Page onPress={onPress} isCovered />);
    await press({ key: "ArrowDown", altKey: true });
    expect(onPress).toHaveBeenCalledTimes(1);
  });
});
