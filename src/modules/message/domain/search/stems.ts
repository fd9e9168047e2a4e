/** The languages whose words are also found in their other forms. */
export const languages = [
  "english",
  "german",
  "french",
  "spanish",
  "portuguese",
  "italian",
  "dutch",
  "russian",
] as const;

export type Language = (typeof languages)[number];

/** The stem of a folded word. */
export type Stemmer = (word: string, language: Language) => string;

// Folded, and each in one of the lists only: a text is in the language of which it has most.
const COMMON: Readonly<Record<Exclude<Language, "russian">, string>> = {
  english: "the and is are was were of to it that this for with you have not they we be on",
  german: "der die das und ist nicht ich wir sie ein eine mit auf fur den dem auch noch wird sind zu",
  french: "le les et est pas je nous vous dans pour une sur avec qui ce cette des du sont au",
  spanish: "el los las y es por con para una pero como esta muy hay lo del yo tambien al",
  portuguese: "os nao um uma em mas mais foi ele isso voce sao tem ja muito das dos na ao",
  italian: "il gli di che non sono della anche ho questo perche piu ma nel alla degli ed ci",
  dutch: "het een van niet dat ik je zijn voor maar ook er wat heb aan naar bij deze",
};

const LANGUAGE_OF = new Map<string, Language>(
  Object.entries(COMMON).flatMap(([language, words]) =>
    words.split(" ").map((word): [string, Language] => [word, language as Language]),
  ),
);
const LATIN = /^\p{Script=Latin}+$/u;
const CYRILLIC = /^\p{Script=Cyrillic}+$/u;
const SHORTEST = 3;

/** The language of a text by its most common words; English where nothing tells. */
export function languageOf(words: Iterable<string>): Language {
  const counts = new Map<Language, number>();
  for (const word of words) {
    const language = LANGUAGE_OF.get(word);
    if (language !== undefined) counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  let best: Language = "english";
  for (const [language, count] of counts) if (count > (counts.get(best) ?? 0)) best = language;
  return best;
}

/** The stem of a word in a text of that language; undefined for what has none, or is its own. */
export function stemOf(word: string, language: Language, stem: Stemmer): string | undefined {
  if (word.length < SHORTEST) return undefined;
  const own = CYRILLIC.test(word) ? "russian" : LATIN.test(word) ? language : undefined;
  if (own === undefined || (own === "russian" && !CYRILLIC.test(word))) return undefined;
  const found = stem(word, own);
  return found === word || found === "" ? undefined : found;
}

/** The stems of a word whose language nobody knows, itself left out. */
export function stemsOf(word: string, stem: Stemmer): ReadonlySet<string> {
  const stems = languages.map((language) => stemOf(word, language, stem));
  return new Set(stems.filter((found) => found !== undefined));
}
