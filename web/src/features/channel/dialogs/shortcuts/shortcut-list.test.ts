import { describe, expect, it } from "vitest";
import { keyAction } from "../../../../composer/composer-keys.ts";
import { shortcutGroups } from "./shortcut-list.ts";

const keysOf = (label: string, enterBreaksLine: boolean) =>
  shortcutGroups({ enterBreaksLine })
    .flatMap(({ shortcuts }) => shortcuts)
    .find((shortcut) => shortcut.label === label)?.keys;

/** What a key that is written in the list does in the composer. */
function press(hotkey: string, sendOn: "enter" | "mod+enter") {
  const parts = hotkey.split("+");
  const event = {
    key: parts.at(-1) === "enter" ? "Enter" : (parts.at(-1) ?? ""),
    code: "",
    ctrlKey: parts.includes("mod"),
    metaKey: false,
    shiftKey: parts.includes("shift"),
    altKey: false,
  };
  return keyAction(event, { text: "hello", start: 5, end: 5 }, { sendOn, isTouch: false })?.type;
}

describe("the list of keys", () => {
  it("names a key once in each place", () => {
    for (const { title, shortcuts } of shortcutGroups({ enterBreaksLine: false })) {
      const keys = shortcuts.flatMap((shortcut) => shortcut.keys);
      expect(new Set(keys).size, title).toBe(keys.length);
    }
  });

  it("gives no key two meanings where one writes", () => {
    const [everywhere, , writing, formatting] = shortcutGroups({ enterBreaksLine: true });
    const keys = [everywhere, writing, formatting].flatMap(
      (group) => group?.shortcuts.flatMap((shortcut) => shortcut.keys) ?? [],
    );
    expect(new Set(keys).size).toBe(keys.length);
  });

  it.each([true, false])("says what Enter does in the composer (breaks the line: %j)", (enterBreaksLine) => {
    const sendOn = enterBreaksLine ? "mod+enter" : "enter";
    for (const key of keysOf("Send", enterBreaksLine) ?? []) expect(press(key, sendOn)).toBe("send");
    for (const key of keysOf("New line", enterBreaksLine) ?? []) expect(press(key, sendOn)).toBe("edit");
  });

  it("has every way to format", () => {
    expect(keysOf("Bold", false)).toEqual(["mod+b"]);
    expect(keysOf("Code block", false)).toEqual(["mod+shift+e"]);
  });
});
