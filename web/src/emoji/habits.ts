import { createStore } from "zustand/vanilla";
import { type SkinTone, skinTones } from "./table.ts";

/** What somebody likes to use on this device. */
export interface EmojiHabits {
  readonly tone: SkinTone | undefined;
  /** The latest first, at most `rememberedRecent`. */
  readonly recent: readonly string[];
  /** How often each was used. */
  readonly uses: Readonly<Record<string, number>>;
}

const storageKey = "chatter.emoji";
const rememberedRecent = 32;

/** The three that are offered to somebody who has used none. */
const firstReactions = ["👍", "❤️", "😂"] as const;

export const emojiHabits = createStore<EmojiHabits>(() => stored());

/** Remembers that an emoji was used, for the recent ones and the quick reactions. */
export function rememberEmoji(char: string): void {
  emojiHabits.setState(({ recent, uses }) => ({
    recent: [char, ...recent.filter((known) => known !== char)].slice(0, rememberedRecent),
    uses: { ...uses, [char]: (uses[char] ?? 0) + 1 },
  }));
  store();
}

export function setSkinTone(tone: SkinTone | undefined): void {
  emojiHabits.setState({ tone });
  store();
}

/** The three that somebody uses most, for the toolbar of a message: they hardly ever change places. */
export function quickReactions({ uses }: EmojiHabits): readonly string[] {
  const used = Object.keys(uses).sort((a, b) => (uses[b] ?? 0) - (uses[a] ?? 0));
  return [...new Set([...used, ...firstReactions])].slice(0, 3);
}

// Another tab changed them, or they were forgotten here with their owner.
if (typeof window !== "undefined") {
  window.addEventListener("storage", ({ key }) => {
    if (key === null || key === storageKey) emojiHabits.setState(stored(), true);
  });
}

function store(): void {
  localStorage.setItem(storageKey, JSON.stringify(emojiHabits.getState()));
}

function stored(): EmojiHabits {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(storageKey) ?? "null");
    const { tone, recent, uses } = (value ?? {}) as Partial<EmojiHabits>;
    return { tone: skinTones.find((known) => known === tone), recent: recent ?? [], uses: uses ?? {} };
  } catch {
    return { tone: undefined, recent: [], uses: {} };
  }
}
