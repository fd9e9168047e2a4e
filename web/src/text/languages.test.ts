import { describe, expect, it } from "vitest";
import type { Plural } from "./catalogue.ts";
import { languages } from "./languages.ts";

type Texts = Readonly<Record<string, string | Plural>>;

const parts = Object.values(
  import.meta.glob<Record<string, unknown>>(["./*.ts", "!./*.test.ts"], { eager: true }),
)
  .flatMap((module) => Object.values(module))
  .filter(isPart);

const translations = import.meta.glob<Readonly<Record<string, Texts>>>("./*/index.ts", {
  import: "translation",
  eager: true,
});

const tags = Object.keys(languages).filter((tag) => tag !== "en");

function isPart(value: unknown): value is { readonly part: string; readonly english: Texts } {
  return typeof value === "function" && "part" in value && "english" in value;
}

/** What these languages say in the same words as English does. */
const same: Readonly<Record<string, readonly string[]>> = {
  de: [
    "Admin",
    "Code",
    "Details",
    "Emoji",
    "Export",
    "Handle",
    "Link",
    "Name",
    "Offline",
    "Online",
    "Option {number}",
    "Optional",
    "Organisation",
    "Passkeys",
    "Person",
    "Status",
    "System",
    "Thread",
    "Thread in #{channel}",
  ],
  es: ["Emoji"],
  fr: [
    "Action",
    "Admin",
    "Administration",
    "Code",
    "Contact",
    "Contacts",
    "Conversations",
    "Date",
    "Description",
    "Emoji",
    "Export",
    "Exports",
    "Invitations",
    "Mentions",
    "Message",
    "Messages",
    "Note",
    "Notifications",
    "Organisation",
    "Secrets",
    "Suggestions",
    "{count} mentions",
    "{count} notification",
    "{count} notifications",
    "{count} suggestions",
    "{messages} messages, {size}",
  ],
  ja: [],
  ar: [],
};

/** What is written into the search, and the same in every language. */
const typed = ["search.has.tip", "search.is.tip"];

const formsOf = (entry: string | Plural | undefined): readonly string[] =>
  typeof entry === "string" ? [entry] : Object.values(entry ?? {});

const placeholdersOf = (text: string): readonly string[] =>
  [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name))].sort();

/** Every text of a language beside the English one, by its place: settings.profile.name. */
function* textsIn(tag: string) {
  const translation = translations[`./${tag}/index.ts`];
  for (const { part, english } of parts) {
    for (const [key, entry] of Object.entries(english)) {
      yield { place: `${part}.${key}`, english: entry, entry: translation?.[part]?.[key] };
    }
  }
}

describe.each(tags)("the language %s", (tag) => {
  it("has every text, and no other", () => {
    expect([...textsIn(tag)].filter(({ entry }) => entry === undefined)).toEqual([]);
    const keys = Object.values(translations[`./${tag}/index.ts`] ?? {}).flatMap((part) => Object.keys(part));
    expect(keys).toHaveLength([...textsIn(tag)].length);
  });

  it("has for each number the forms that its rules name", () => {
    const { pluralCategories } = new Intl.PluralRules(tag).resolvedOptions();
    for (const { place, english, entry } of textsIn(tag)) {
      if (typeof english === "string") expect(entry, place).toBeTypeOf("string");
      else expect(Object.keys(entry ?? {}).sort(), place).toEqual([...pluralCategories].sort());
    }
  });

  it("fills in what English fills in, and nothing else", () => {
    for (const { place, english, entry } of textsIn(tag)) {
      const expected = placeholdersOf(formsOf(english).join());
      const forms = formsOf(entry);
      expect(placeholdersOf(forms.join()), place).toEqual(expected);
      expect(placeholdersOf(forms.at(-1) ?? ""), place).toEqual(expected);
    }
  });

  it("leaves nothing in English by mistake", () => {
    const left = [...textsIn(tag)].filter(({ place, english, entry }) => {
      const [text = "", translated = ""] = [formsOf(english).at(-1), formsOf(entry).at(-1)];
      const isOfWords = /\p{L}{2}/u.test(text.replace(/\{\w+\}/g, ""));
      return isOfWords && translated === text && !typed.includes(place) && !same[tag]?.includes(text);
    });
    expect(left).toEqual([]);
  });
});
