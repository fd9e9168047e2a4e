import { type Spoken, speak } from "./language.ts";
import type { Language } from "./languages.ts";

const loaders = import.meta.glob<Spoken>("./*/index.ts", { import: "translation" });

/**
 * Speaks the language that public/appearance.js found for this page, and asked for already. What cannot be loaded
 * leaves the page in English: it is of more use than none.
 */
export async function speakPageLanguage(root = document.documentElement): Promise<void> {
  const load = loaders[`./${root.lang}/index.ts`];
  if (load === undefined) return;
  try {
    speak(root.lang as Language, await load());
  } catch {
    root.lang = "en";
    root.dir = "ltr";
  }
}
