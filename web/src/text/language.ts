import type { Plural } from "./catalogue.ts";
import type { Language } from "./languages.ts";
import type { PartName } from "./translations.ts";

/** The texts of a whole language, whichever it is. */
export type Spoken = Readonly<Record<PartName, Readonly<Record<string, string | Plural>>>>;

let language: Language = "en";
let translation: Spoken | undefined;

/** Changes the language of every text asked for from now on; call it before the first render. */
export function speak(nextLanguage: "en"): void;
export function speak(nextLanguage: Language, spoken: Spoken): void;
export function speak(nextLanguage: Language, spoken?: Spoken): void {
  language = nextLanguage;
  translation = spoken;
}

/** The BCP 47 tag of the language in use, for dates and numbers. */
export function currentLanguage(): Language {
  return language;
}

/** The language in use as it is written where the reader is: English in London counts hours to 24. */
export function regionalLanguage(): string {
  return navigator.languages.find((tag) => tag === language || tag.startsWith(`${language}-`)) ?? language;
}

/** The texts of a part in the language in use; undefined while that is English. */
export function translated(part: PartName): Spoken[PartName] | undefined {
  return translation?.[part];
}
