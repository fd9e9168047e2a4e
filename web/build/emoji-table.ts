import { createRequire } from "node:module";
import { type Emoji, type EmojiTable, emojiGroups, skinTones, withTone } from "../src/emoji/table.ts";

/** An entry of emojibase's compact.json, as far as we read it. */
interface Source {
  readonly hexcode: string;
  readonly label: string;
  readonly unicode: string;
  readonly group?: number;
  readonly order?: number;
  readonly tags?: readonly string[];
  readonly skins?: readonly Source[];
}

type Shortcodes = Readonly<Record<string, string | readonly string[]>>;

const load = createRequire(import.meta.url);

/** The emoji of a language, in Unicode's order. Shortcodes are those that Slack and GitHub know. */
export function buildEmojiTable(language: string): EmojiTable {
  const sources = load(`emojibase-data/${language}/compact.json`) as readonly Source[];
  const slack = load("emojibase-data/en/shortcodes/iamcal.json") as Shortcodes;
  const github = load("emojibase-data/en/shortcodes/github.json") as Shortcodes;
  return sources
    .filter((source) => emojiGroups.some((group) => group === source.group))
    .sort((a, b) => (a.order ?? 0) - (b.order ?? 0))
    .map((source) => toEmoji(source, [...codesOf(slack, source), ...codesOf(github, source)]));
}

function toEmoji(source: Source, codes: readonly string[]): Emoji {
  const char = qualified(source.unicode);
  return {
    char,
    label: source.label,
    group: source.group ?? 0,
    codes: [...new Set(codes)],
    tags: source.tags ?? [],
    tones: hasDerivableTones(char, source.skins ?? []),
  };
}

function codesOf(all: Shortcodes, { hexcode }: Source): readonly string[] {
  const codes = all[hexcode] ?? [];
  return typeof codes === "string" ? [codes] : codes;
}

/** emojibase ends every emoji in a variation selector; where the default is an emoji, Unicode has none. */
function qualified(unicode: string): string {
  return unicode.replace(/(\p{Emoji_Presentation})\uFE0F/gu, "$1");
}

/** Emoji of two people have a tone each, which the picker does not offer. */
function hasDerivableTones(char: string, skins: readonly Source[]): boolean {
  const known = new Set(skins.map((skin) => qualified(skin.unicode)));
  return skins.length > 0 && skinTones.every((tone) => known.has(withTone(char, tone)));
}
