import { format, type Params, type Plural } from "./catalogue.ts";
import { en } from "./en.ts";

type Catalogue = typeof en;

/** The key of a text that people read. */
export type TextKey = keyof Catalogue;

/** The key of a text that needs no values. */
export type PlainTextKey = {
  [Key in TextKey]: Params<Catalogue[Key]> extends [] ? Key : never;
}[TextKey];

/** Another language: the same keys; each text may use the placeholders of the English one. */
export type Translation = { readonly [Key in TextKey]: Catalogue[Key] extends string ? string : Plural };

let language = "en";
let catalogue: Translation = en;

/** Changes the language of every text asked for from now on; call it before the first render. */
export function speak(nextLanguage: string, translation: Translation): void {
  language = nextLanguage;
  catalogue = translation;
}

/** The BCP 47 tag of the language in use, for dates and numbers. */
export function currentLanguage(): string {
  return language;
}

/** The text of a key, with its placeholders filled in. Missing placeholders are compile errors. */
export function t<Key extends TextKey>(key: Key, ...[values]: Params<Catalogue[Key]>): string {
  return format(language, catalogue[key], values ?? {});
}
