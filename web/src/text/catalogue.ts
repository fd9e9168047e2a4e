/** A text that depends on a number: one form for each plural category of the language. */
export type Plural = Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string };

/** The names of what is filled in. */
export type Placeholders<Text> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholders<Rest>
  : never;

type PlaceholdersOf<Entry> = Entry extends string
  ? Placeholders<Entry>
  : Entry extends Plural
    ? "count" | Placeholders<Entry["other"]>
    : never;

/** What an entry must be given: nothing, or a value for each `{name}` in it. */
export type Params<Entry> = [PlaceholdersOf<Entry>] extends [never]
  ? []
  : [values: Record<PlaceholdersOf<Entry>, string | number>];

/** Formats a text of one language; `count` chooses the plural form and is written in the language's digits. */
export function format(language: string, entry: string | Plural, values: Record<string, string | number>) {
  const text = typeof entry === "string" ? entry : choose(language, entry, Number(values["count"]));
  return text.replace(/\{(\w+)\}/g, (_whole, name: string) => {
    const value = values[name] ?? "";
    return typeof value === "number" ? value.toLocaleString(language) : value;
  });
}

function choose(language: string, entry: Plural, count: number): string {
  return entry[new Intl.PluralRules(language).select(count)] ?? entry.other;
}
