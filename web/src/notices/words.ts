import { notices as ar } from "../text/ar/notices.ts";
import { format, type Params, type Plural } from "../text/catalogue.ts";
import { notices as de } from "../text/de/notices.ts";
import { notices as es } from "../text/es/notices.ts";
import { notices as fr } from "../text/fr/notices.ts";
import { notices as ja } from "../text/ja/notices.ts";
import type { Language } from "../text/languages.ts";
import { noticeText } from "../text/notices.ts";

type English = typeof noticeText.english;
type Words = <Key extends keyof English>(key: Key, ...values: Params<English[Key]>) => string;

/** All of them, as the service worker is told with each push in which language it is to speak. */
const spoken: Readonly<Record<Language, Readonly<Record<keyof English, string | Plural>>>> = {
  ...{ en: noticeText.english, ar, de, es, fr, ja },
};

const isSpoken = (language: string): language is Language => Object.hasOwn(spoken, language);

/** The texts of notifications in a language, English where it is none of ours. */
export function wordsIn(language: string): Words {
  const tag = isSpoken(language) ? language : "en";
  return (key, ...[values]) => format(tag, spoken[tag][key], values ?? {});
}
