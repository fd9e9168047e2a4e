const isApple = /Mac|iP(?:hone|ad|od)/.test(navigator.platform);

/** A key with its modifiers in this order, such as `mod+shift+k`; mod is ⌘ on Apple's machines, else Ctrl. */
export type Hotkey = string;

const glyphs: Readonly<Record<string, string>> = {
  arrowup: "↑",
  arrowdown: "↓",
  backspace: "⌫",
  ...(isApple
    ? { mod: "⌘", shift: "⇧", alt: "⌥", enter: "↵", escape: "esc", delete: "⌦" }
    : { mod: "Ctrl", shift: "Shift", alt: "Alt", enter: "Enter", escape: "Esc", delete: "Del" }),
};

/** What stands on the keys, for people to read: ["Ctrl", "K"]. */
export function hotkeyLabels(hotkey: Hotkey): string[] {
  // A plus at the end is the key itself.
  return hotkey.split(/\+(?=.)/).map((part) => glyphs[part] ?? part.toUpperCase());
}

export type KeyPress = Pick<KeyboardEvent, "key" | "code" | "ctrlKey" | "metaKey" | "shiftKey" | "altKey">;

/** The hotkey that an event is. */
export function hotkeyOf(event: KeyPress): Hotkey {
  const mod = isApple ? event.metaKey : event.ctrlKey;
  const key = keyOf(event);
  // Which signs need Shift is another matter on every keyboard.
  const isShifted = event.shiftKey && !/^[^\p{L}\p{N}\s]$/u.test(key);
  return [mod && "mod", isShifted && "shift", event.altKey && "alt", key].filter(Boolean).join("+");
}

/** Digits lose their name under Shift, and letters theirs on a Cyrillic keyboard: then the place of the key counts. */
function keyOf({ key, code, ctrlKey, metaKey }: KeyPress): string {
  const digit = ctrlKey || metaKey ? /^Digit(\d)$/.exec(code)?.[1] : undefined;
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
