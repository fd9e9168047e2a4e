import { createStore } from "zustand/vanilla";
import type { Emoji, EmojiTable } from "./table.ts";

/** All emoji and where to find one by name. */
export interface EmojiIndex {
  readonly table: EmojiTable;
  /** By shortcode, without colons. */
  readonly byCode: ReadonlyMap<string, Emoji>;
  /** By the emoji itself, without a skin tone. */
  readonly byChar: ReadonlyMap<string, Emoji>;
}

export function indexEmoji(table: EmojiTable): EmojiIndex {
  return {
    table,
    byCode: new Map(table.flatMap((emoji) => emoji.codes.map((code) => [code, emoji] as const))),
    byChar: new Map(table.map((emoji) => [emoji.char, emoji])),
  };
}

/** The emoji once they are here. */
export const emojiStore = createStore<EmojiIndex | undefined>(() => undefined);

let loading: Promise<EmojiIndex> | undefined;

/** The emoji, fetched once, when first needed. A failed fetch is tried again by the next caller. */
export function loadEmoji(): Promise<EmojiIndex> {
  loading ??= fetchEmoji().catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function fetchEmoji(): Promise<EmojiIndex> {
  const { table } = await import("virtual:emoji");
  const index = indexEmoji(table);
  emojiStore.setState(index, true);
  return index;
}
