import type { UserId } from "../../../kernel/ids.ts";
import { refuse } from "./errors.ts";
import { fold } from "./text.ts";

const SHAPE = /^[a-z0-9][a-z0-9._-]{1,31}$/;
const LONGEST = 32;
const NUMBERED = 9;

/** Whoever is called so could not be told from a mention of everybody, or speaks for the server. */
const reserved = new Set(["all", "admin", "channel", "chatter", "everyone", "here", "online", "system"]);

// Latin letters that do not come apart into a letter and its accent.
const latin: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ı: "i",
  ħ: "h",
  ŋ: "n",
};

/** Throws HANDLE_MALFORMED, HANDLE_RESERVED. */
export function readHandle(text: string): string {
  if (!SHAPE.test(text)) throw refuse("HANDLE_MALFORMED");
  if (reserved.has(text)) throw refuse("HANDLE_RESERVED");
  return text;
}

/**
 * Handles for somebody new, best first: ada.lovelace, ada.lovelace2 and so on. The last ones carry a part
 * of the person's id, so that one of them is free.
 */
export function* handlesFor(name: string, id: UserId): Generator<string> {
  const base = slug(name);
  if (SHAPE.test(base)) {
    if (!reserved.has(base)) yield base;
    for (let n = 2; n <= NUMBERED; n += 1) yield withEnding(base, String(n));
  }
  const stem = SHAPE.test(base) ? `${base}-` : "user-";
  const unique = id.slice(-12).toLowerCase();
  yield withEnding(stem, unique.slice(-4));
  yield withEnding(stem, unique);
}

function slug(name: string): string {
  return fold(name)
    .replace(/['’`]/g, "")
    .replace(/[^\p{ASCII}]/gu, (letter) => latin[letter] ?? " ")
    .replace(/[^a-z0-9]+/g, ".")
    .replace(/^\.|\.$/g, "")
    .slice(0, LONGEST)
    .replace(/\.$/, "");
}

function withEnding(stem: string, ending: string): string {
  return stem.slice(0, LONGEST - ending.length) + ending;
}
