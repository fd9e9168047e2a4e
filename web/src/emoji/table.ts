/** One emoji as the build writes it: short keys, because there are 1,900 of them. */
export interface Emoji {
  /** The emoji itself, fully qualified, without a skin tone. */
  readonly char: string;
  readonly label: string;
  /** Index into `emojiGroups`. */
  readonly group: number;
  /** Without colons, the usual one first. */
  readonly codes: readonly string[];
  /** Further words that find it. */
  readonly tags: readonly string[];
  /** Whether `withTone` applies. */
  readonly tones: boolean;
}

export type EmojiTable = readonly Emoji[];

/** The categories in the order in which pickers show them; emojibase's own numbers, without "component". */
export const emojiGroups = [0, 1, 3, 4, 5, 6, 7, 8, 9] as const;

export type EmojiGroup = (typeof emojiGroups)[number];

/** Light to dark, as Unicode orders them. */
export const skinTones = ["🏻", "🏼", "🏽", "🏾", "🏿"] as const;

export type SkinTone = (typeof skinTones)[number];

const presentation = "\uFE0F";

/** The emoji in a skin tone: the tone follows the first character and replaces its variation selector. */
export function withTone(char: string, tone: SkinTone | undefined): string {
  if (tone === undefined) return char;
  const person = String.fromCodePoint(char.codePointAt(0) ?? 0);
  const rest = char.slice(person.length);
  return person + tone + (rest.startsWith(presentation) ? rest.slice(presentation.length) : rest);
}
