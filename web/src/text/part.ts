import { format, type Params, type Plural } from "./catalogue.ts";
import { currentLanguage, translated } from "./language.ts";
import type { PartName } from "./translations.ts";

type Texts = Readonly<Record<string, string | Plural>>;

type Lookup<English extends Texts> = <Key extends keyof English & string>(
  key: Key,
  ...[values]: Params<English[Key]>
) => string;

/** Looks up texts of one part of the client. Missing placeholders are compile errors. */
export interface PartText<English extends Texts> extends Lookup<English> {
  readonly part: PartName;
  readonly english: English;
}

/** The key of a text that needs no values. */
export type PlainKey<English extends Texts> = {
  [Key in keyof English]: Params<English[Key]> extends [] ? Key : never;
}[keyof English];

/**
 * The texts of a part, in the language in use. What is loaded on demand is a part of its own, so that it stays out
 * of the first load. `english` is declared `as const`, so that its placeholders are known.
 */
export function textsOf<English extends Texts>(part: PartName, english: English): PartText<English> {
  const inEnglish: Readonly<Record<keyof English, string | Plural>> = english;
  const text: Lookup<English> = (key, ...[values]) =>
    format(currentLanguage(), translated(part)?.[key] ?? inEnglish[key], values ?? {});
  return Object.assign(text, { part, english });
}
