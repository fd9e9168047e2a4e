import { format, type Params, type Plural } from "./catalogue.ts";
import { currentLanguage } from "./text.ts";

type Texts = Readonly<Record<string, string | Plural>>;

/** Looks up texts of one part of the client. Missing placeholders are compile errors. */
export type PartText<English extends Texts> = <Key extends keyof English & string>(
  key: Key,
  ...[values]: Params<English[Key]>
) => string;

/** The key of a text that needs no values. */
export type PlainKey<English extends Texts> = {
  [Key in keyof English]: Params<English[Key]> extends [] ? Key : never;
}[keyof English];

/**
 * The texts of a part that is loaded on demand, which stay out of the first load: by language, in English
 * where there is no other. `english` is declared `as const`, so that its placeholders are known.
 */
export function textsOf<English extends Texts>(
  english: English,
  translations: Readonly<Record<string, Readonly<Record<keyof English, string | Plural>>>> = {},
): PartText<English> {
  return (key, ...[values]) => {
    const language = currentLanguage();
    const translation = translations[language];
    return format(translation === undefined ? "en" : language, (translation ?? english)[key], values ?? {});
  };
}
