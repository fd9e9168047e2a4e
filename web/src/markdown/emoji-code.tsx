import { useEmoji } from "../emoji/use-emoji.ts";

/** `:tada:` as the emoji, or as it was typed while the names load and when there is no such name. */
export function EmojiCode({ code }: { readonly code: string }) {
  const emoji = useEmoji()?.byCode.get(code);
  return emoji === undefined ? `:${code}:` : <span title={`:${code}:`}>{emoji.char}</span>;
}
