/** What people mention by id, by their names; undefined where there is none. */
export type NameOf = (id: string) => string | undefined;

const LONGEST = 200;
const MENTION = /<[@#]([a-z]{3}_[0-9A-Za-z]{27})>/g;
const CALL = /<!(channel|here)>/g;
const SPOILER = /\|\|[\s\S]+?\|\|/g;
const LINK = /!?\[([^\]]*)\]\([^)]*\)/g;
const FENCE = /```\w*/g;
// Not within words: a_name stays.
const EMPHASIS = /(?<![\p{L}\p{N}])[*_~`]{1,3}(?=\S)|(?<=\S)[*_~`]{1,3}(?![\p{L}\p{N}])/gu;
const LINE_MARK = /^\s*(?:#{1,6}|>|[-*+]|\d+\.)\s+/gm;

const segmenter = new Intl.Segmenter();

/** The beginning of a message in one line, without marks. What is hidden stays hidden. */
export function excerptOf(text: string, nameOf: NameOf): string {
  const plain = text
    .replace(SPOILER, "…")
    .replace(FENCE, " ")
    .replace(LINK, "$1")
    .replace(LINE_MARK, "")
    .replace(EMPHASIS, "")
    .replace(MENTION, (whole, id: string) => `${whole.charAt(1)}${nameOf(id) ?? "…"}`)
    .replace(CALL, "@$1")
    .replace(/\s+/g, " ")
    .trim();
  return shortened(plain);
}

/** What is told of a message that says nothing but has files, the same in every language; empty without any. */
export function excerptOfFiles(names: readonly string[]): string {
  return names.length === 0 ? "" : shortened(`📎 ${names.join(", ")}`);
}

function shortened(line: string): string {
  const letters = [...segmenter.segment(line)];
  if (letters.length <= LONGEST) return line;
  return `${line.slice(0, letters[LONGEST - 1]?.index)}…`;
}
