import { en } from "./en.ts";
import { type PlainKey, textsOf } from "./part.ts";

/** The text of a key, with its placeholders filled in: of what the first load has. */
export const t = textsOf("core", en);

/** The key of a text that needs no values. */
export type PlainTextKey = PlainKey<typeof en>;
