// @vitest-environment happy-dom
import { describe, expect, it, vi } from "vitest";
import { perform, render } from "../testing/render.ts";
import { hotkeyLabels, hotkeyOf } from "./hotkey.ts";
import { useHotkeys } from "./use-hotkeys.ts";

const keys = { go: ["alt+arrowdown", "?"] } as const;

const press = (options: KeyboardEventInit, on: string = "body") =>
  perform(
    () =>
      void document
        .querySelector(on)
        ?.dispatchEvent(new KeyboardEvent("keydown", { bubbles: true, ...options })),
  );

function Page({ onPress, isCovered }: { readonly onPress: () => void; readonly isCovered: boolean }) {
  useHotkeys(keys, { go: onPress });
  return (
    <div inert={isCovered}>
      <main />
      <input />
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

  it("is a sign wherever the keyboard has it", () => {
    const american = new KeyboardEvent("keydown", { key: "+", code: "Equal", shiftKey: true });
    const german = new KeyboardEvent("keydown", { key: "+", code: "BracketRight" });
    const czech = new KeyboardEvent("keydown", { key: "+", code: "Digit1" });
    expect([american, german, czech].map(hotkeyOf)).toEqual(["+", "+", "+"]);
    expect(hotkeyOf(new KeyboardEvent("keydown", { key: "K", shiftKey: true }))).toBe("shift+k");
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

  it("that is a sign alone is no hotkey where one writes", async () => {
    const onPress = vi.fn();
    await render(<Page onPress={onPress} isCovered={false} />);
    await press({ key: "?", shiftKey: true }, "input");
    expect(onPress).not.toHaveBeenCalled();
    await press({ key: "?", shiftKey: true });
    expect(onPress).toHaveBeenCalledOnce();
  });
});
