import { flagsText as t } from "../../../text/flags.ts";

const words = {
  "search.inside-words": { title: "insideWords", hint: "insideWordsHint" },
} as const;

/** What a flag is for, in words; as the server tells it where a newer one has it. */
export function flagInWords({ name, purpose }: { readonly name: string; readonly purpose: string }) {
  if (!isNamed(name)) return { title: name, hint: purpose };
  const { title, hint } = words[name];
  return { title: t(title), hint: t(hint) };
}

function isNamed(name: string): name is keyof typeof words {
  return Object.hasOwn(words, name);
}
