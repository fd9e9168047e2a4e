import type { accountMenuText } from "./account-menu.ts";
import type { adminText } from "./administration.ts";
import type { apiLogText } from "./api-log.ts";
import type { bookmarkText } from "./bookmark.ts";
import type { cardText } from "./cards.ts";
import type { Placeholders } from "./catalogue.ts";
import type { channelMenuText } from "./channel-menu.ts";
import type { composerText } from "./composer.ts";
import type { dateText } from "./date.ts";
import type { devicesText } from "./devices.ts";
import type { emojiText } from "./emoji.ts";
import type { dialogText } from "./en-dialogs.ts";
import type { entryText } from "./entry.ts";
import type { fileText } from "./files.ts";
import type { flagsText } from "./flags.ts";
import type { formText } from "./form.ts";
import type { inboxText } from "./inbox.ts";
import type { installedText } from "./installed.ts";
import type { keepingText } from "./keeping.ts";
import type { laterText } from "./later.ts";
import type { toolText } from "./message-tools.ts";
import type { moveText } from "./move.ts";
import type { noticeText } from "./notices.ts";
import type { passkeyText } from "./passkeys.ts";
import type { personText } from "./person.ts";
import type { pinsText } from "./pins.ts";
import type { providerText } from "./provider.ts";
import type { quoteText } from "./quote.ts";
import type { reasonText } from "./reasons.ts";
import type { savedText } from "./saved.ts";
import type { searchText } from "./search.ts";
import type { secondFactorText } from "./second-factor.ts";
import type { settingsText } from "./settings.ts";
import type { signInText } from "./sign-ins.ts";
import type { socialText } from "./social.ts";
import type { switcherText } from "./switcher.ts";
import type { t } from "./text.ts";
import type { threadText } from "./thread.ts";
import type { welcomeText } from "./welcome.ts";

/** Every part that has texts, by the name that translations know it by. */
interface Parts {
  accountMenu: typeof accountMenuText;
  administration: typeof adminText;
  apiLog: typeof apiLogText;
  bookmark: typeof bookmarkText;
  cards: typeof cardText;
  channelMenu: typeof channelMenuText;
  composer: typeof composerText;
  core: typeof t;
  date: typeof dateText;
  devices: typeof devicesText;
  dialogs: typeof dialogText;
  emoji: typeof emojiText;
  entry: typeof entryText;
  files: typeof fileText;
  flags: typeof flagsText;
  form: typeof formText;
  inbox: typeof inboxText;
  installed: typeof installedText;
  keeping: typeof keepingText;
  later: typeof laterText;
  messageTools: typeof toolText;
  notices: typeof noticeText;
  move: typeof moveText;
  passkeys: typeof passkeyText;
  person: typeof personText;
  pins: typeof pinsText;
  provider: typeof providerText;
  quote: typeof quoteText;
  reasons: typeof reasonText;
  saved: typeof savedText;
  search: typeof searchText;
  secondFactor: typeof secondFactorText;
  settings: typeof settingsText;
  signIns: typeof signInText;
  social: typeof socialText;
  switcher: typeof switcherText;
  thread: typeof threadText;
  welcome: typeof welcomeText;
}

export type PartName = keyof Parts;

/** The languages besides English, and which forms of a plural each has, as Intl.PluralRules names them. */
interface PluralForms {
  de: "one" | "other";
  es: "one" | "many" | "other";
  fr: "one" | "many" | "other";
  ja: "other";
  ar: "zero" | "one" | "two" | "few" | "many" | "other";
}

type Tag = keyof PluralForms;

/** The texts of a whole language: the default export of its index.ts. */
export type Translation<To extends Tag> = { readonly [Part in PartName]: TranslationOf<Parts[Part], To> };

/** The texts of one part in another language: every key, with the placeholders and the plural forms it needs. */
export type TranslationOf<Part extends { readonly english: unknown }, To extends Tag> = {
  readonly [Key in keyof Part["english"]]: Translated<Part["english"][Key], To>;
};

type Translated<English, To extends Tag> = English extends string
  ? Having<Placeholders<English>>
  : English extends { readonly other: infer Other }
    ? Forms<Placeholders<Other>, To>
    : never;

/** Only the form for all other numbers must name the number: "one", "two" and "none" can be said in words. */
type Forms<Names extends string, To extends Tag> = {
  readonly [Form in PluralForms[To]]: Having<Form extends "other" ? Names : Exclude<Names, "count">>;
};

/** A text with all these placeholders, in whatever order. */
type Having<Names extends string> = string &
  Intersection<Names extends string ? `${string}{${Names}}${string}` : never>;

type Intersection<Union> = (Union extends unknown ? (each: Union) => void : never) extends (
  all: infer All,
) => void
  ? All
  : never;
