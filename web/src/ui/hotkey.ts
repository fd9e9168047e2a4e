import { useEffect, useRef } from "react";

const isApple = /Mac|iP(?:hone|ad|od)/.test(navigator.platform);

/** A key with its modifiers in this order, such as `mod+shift+k`; mod is ⌘ on Apple's machines, else Ctrl. */
export type Hotkey = string;

const glyphs: Readonly<Record<string, string>> = {
  arrowup: "↑",
  arrowdown: "↓",
  ...(isApple
    ? { mod: "⌘", shift: "⇧", alt: "⌥", enter: "↵", escape: "esc", delete: "⌫" }
    : { mod: "Ctrl", shift: "Shift", alt: "Alt", enter: "Enter", escape: "Esc", delete: "Del" }),
};

/** What stands on the keys, for people to read: ["Ctrl", "K"]. */
export function hotkeyLabels(hotkey: Hotkey): string[] {
  // A plus at the end is the key itself.
  return hotkey.split(/\+(?=.)/).map((part) => glyphs[part] ?? part.toUpperCase());
}

type KeyPress = Pick<KeyboardEvent, "key" | "code" | "ctrlKey" | "metaKey" | "shiftKey" | "altKey">;

/** The hotkey that an event is. */
export function hotkeyOf(event: KeyPress): Hotkey {
  const mod = isApple ? event.metaKey : event.ctrlKey;
  const parts = [mod && "mod", event.shiftKey && "shift", event.altKey && "alt", keyOf(event)];
  return parts.filter(Boolean).join("+");
}

/** Digits lose their name under Shift, and letters theirs on a Cyrillic keyboard: then the place of the key counts. */
function keyOf({ key, code }: KeyPress): string {
  const digit = /^Digit(\d)$/.exec(code)?.[1];
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  const isLatin = /^[\x20-\x7E]+$/.test(key);
  return (digit ?? (isLatin ? key : (letter ?? key))).toLowerCase();
}

/**
 * Whether a dialog or a menu lies over the page: React Aria makes inert what is behind one. Keys that work
 * wherever one is are then the keys of what is open, or nobody's.
 */
export function isPageCovered(): boolean {
  return (document.querySelector("main")?.closest("[inert]") ?? null) !== null;
}

/** Calls back when the hotkey is pressed anywhere on an uncovered page and nobody nearer has taken it. */
export function useHotkey(hotkey: Hotkey, onPress: (event: KeyboardEvent) => void): void {
  const latest = useRef(onPress);
  useEffect(() => {
    latest.current = onPress;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || hotkeyOf(event) !== hotkey) return;
      if (isPageCovered()) return;
      event.preventDefault();
      latest.current(event);
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [hotkey]);
}
