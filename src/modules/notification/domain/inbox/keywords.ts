import { refuse } from "../errors.ts";

const MOST_KEYWORDS = 50;
const MOST_WORDS = 4;
const LONGEST = 60;
/** What stands further behind in a text is looked for by nobody. */
const LOOKED_AT = 8_000;

const words = new Intl.Segmenter("und", { granularity: "word" });
const MENTION = /<[@!][^>\n]*>/g;

/** The words of a text as they are compared: case and width make no difference. */
function wordsOf(text: string): string[] {
  const folded = text.normalize("NFKC").toLowerCase();
  return Array.from(words.segment(folded)).flatMap(({ segment, isWordLike }) =>
    isWordLike ? [segment] : [],
  );
}

/** A keyword as it is kept and compared; throws KEYWORD_INVALID. */
function keywordOf(text: string): string {
  const parts = wordsOf(text);
  const keyword = parts.join(" ");
  if (parts.length === 0 || parts.length > MOST_WORDS || keyword.length > LONGEST) {
    throw refuse("KEYWORD_INVALID", { longest: LONGEST, words: MOST_WORDS });
  }
  return keyword;
}

/** The keywords that somebody wants, each once; throws KEYWORD_INVALID, TOO_MANY_KEYWORDS. */
export function keywordsOf(wanted: readonly string[]): readonly string[] {
  const keywords = [...new Set(wanted.map(keywordOf))];
  if (keywords.length > MOST_KEYWORDS) throw refuse("TOO_MANY_KEYWORDS", { limit: MOST_KEYWORDS });
  return keywords;
}

/** Everything in a text that could be somebody's keyword: its words, and those that follow each other. */
export function phrasesIn(text: string): readonly string[] {
  const found = wordsOf(text.slice(0, LOOKED_AT).replaceAll(MENTION, "\n"));
  const phrases = new Set<string>();
  for (let first = 0; first < found.length; first += 1) {
    for (let count = 1; count <= MOST_WORDS; count += 1) {
      phrases.add(found.slice(first, first + count).join(" "));
    }
  }
  return [...phrases].filter((phrase) => phrase.length <= LONGEST);
}
