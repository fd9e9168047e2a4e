import { useEffect } from "react";
import { useStore } from "zustand";
import { type EmojiIndex, emojiStore, loadEmoji } from "./store.ts";

/** The emoji, or undefined until they have come. */
export function useEmoji(): EmojiIndex | undefined {
  const index = useStore(emojiStore);
  useEffect(() => {
    // Without the names an emoji shows as it was typed, which is what the text said.
    loadEmoji().catch(() => undefined);
  }, []);
  return index;
}
