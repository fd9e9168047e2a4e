import { stemmer as dutch } from "@orama/stemmers/dutch";
import { stemmer as english } from "@orama/stemmers/english";
import { stemmer as french } from "@orama/stemmers/french";
import { stemmer as german } from "@orama/stemmers/german";
import { stemmer as italian } from "@orama/stemmers/italian";
import { stemmer as portuguese } from "@orama/stemmers/portuguese";
import { stemmer as russian } from "@orama/stemmers/russian";
import { stemmer as spanish } from "@orama/stemmers/spanish";
import { LRUCache } from "lru-cache";
import type { Language, Stemmer } from "../../domain/search/stems.ts";

const snowball: Readonly<Record<Language, (word: string) => string>> = {
  ...{ english, german, french, spanish, portuguese, italian, dutch, russian },
};

const REMEMBERED = 20_000;

/** Snowball's stemmers. A word of one language is most often one of its commonest. */
export function createStemmer(): Stemmer {
  const known = new LRUCache<string, string>({ max: REMEMBERED });
  return (word, language) => {
    const key = `${language} ${word}`;
    const remembered = known.get(key);
    if (remembered !== undefined) return remembered;
    const stem = snowball[language](word);
    known.set(key, stem);
    return stem;
  };
}
