import type { Message } from "../message.ts";
import { languageOf, type Stemmer, stemOf } from "./stems.ts";
import { type Token, tokenise } from "./tokens.ts";

/**
 * What the index holds of a message, each with a mark in front that says in which sense:
 * `=` as typed, `~` a stem, `*` the end of a word, `@` a fact about the message.
 */
export type Lexeme = `${"=" | "~" | "*" | "@"}${string}`;

/** Lexemes with the places where they stand; facts, stems and ends have none. */
export type Lexemes = ReadonlyMap<Lexeme, readonly number[]>;

/** What of a message can be looked for. */
export type Searchable = Pick<
  Message,
  | "authorId"
  | "channelId"
  | "text"
  | "mentions"
  | "threadRootId"
  | "thread"
  | "editedAt"
  | "pin"
  | "attachments"
> & { readonly hasReactions: boolean };

// PostgreSQL tells no places apart that are further behind.
const LAST_PLACE = 16_382;
const LONGEST_CUT_WORD = 32;
/** The shortest piece of the inside of a word that is found. */
export const SHORTEST_INSIDE = 3;
// A message of 40,000 bytes must fit into a tsvector of a mebibyte.
const MOST_ENDS = 4_000;
/** Every message has it. */
export const ANY: Lexeme = "@any";

const LINK = /https?:\/\/[^\s<>]/i;

/** All the words by which a message is found: its text, and after it the names of its files. */
export function wordingOf({ text, attachments = [] }: Pick<Message, "text" | "attachments">): string {
  return [text, ...attachments.map(({ name }) => name)].join("\n");
}

/** The lexemes of a message: a function of what the message is now, and of nothing else. */
export function lexemesOf(message: Searchable, stem: Stemmer): Lexemes {
  const lexemes = new Map<Lexeme, number[]>();
  const put = (lexeme: Lexeme, ...places: number[]): void => {
    const known = lexemes.get(lexeme);
    if (known === undefined) lexemes.set(lexeme, places);
    else known.push(...places);
  };
  const tokens = tokenise(wordingOf(message));
  for (const { text, at, last } of tokens) {
    if (at > LAST_PLACE) put(`=${text}`);
    else put(`=${text}`, ...(last > at && last <= LAST_PLACE ? [at, last] : [at]));
  }
  const words = wordsOf(tokens);
  const language = languageOf(words);
  for (const word of words) {
    const found = stemOf(word, language, stem);
    if (found !== undefined) put(`~${found}`);
  }
  for (const end of endsOf(words)) put(`*${end}`);
  for (const fact of factsOf(message)) put(fact);
  return lexemes;
}

/** The words of a text, each once: by them its language is told. */
export function wordsOf(tokens: readonly Token[]): ReadonlySet<string> {
  return new Set(tokens.filter(isWord).map(({ text }) => text));
}

export const isWord = ({ kind }: Token): boolean => kind === "word" || kind === "part";

/** The ends of words, so that what stands inside a word is the beginning of something. */
function endsOf(words: Iterable<string>): ReadonlySet<string> {
  const ends = new Set<string>();
  for (const word of words) {
    const cut = word.slice(0, LONGEST_CUT_WORD);
    for (let from = 1; from <= cut.length - SHORTEST_INSIDE; from++) {
      if (ends.size >= MOST_ENDS) return ends;
      // Not between the halves of a character.
      if (!isLowSurrogate(cut.charCodeAt(from))) ends.add(cut.slice(from));
    }
  }
  return ends;
}

const isLowSurrogate = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;

export const fromFact = (userId: string): Lexeme => `@from:${userId}`;
export const inFact = (channelId: string): Lexeme => `@in:${channelId}`;
export const mentionsFact = (userId: string): Lexeme => `@mentions:${userId}`;

/** What `has:` and `is:` can ask for. */
export const features = ["link", "file", "image", "code", "reaction", "pin", "thread", "edited"] as const;
export type Feature = (typeof features)[number];
export const featureFact = (feature: Feature): Lexeme => `@has:${feature}`;

function* factsOf(message: Searchable): Generator<Lexeme> {
  const { text, mentions } = message;
  yield ANY;
  yield fromFact(message.authorId);
  yield inFact(message.channelId);
  for (const userId of mentions.userIds) yield mentionsFact(userId);
  if (mentions.channel || mentions.here) yield mentionsFact("*");
  const holds: Record<Feature, boolean> = {
    link: LINK.test(text),
    file: message.attachments !== undefined,
    image: message.attachments?.some(({ picture }) => picture !== undefined) === true,
    code: text.includes("`"),
    reaction: message.hasReactions,
    pin: message.pin !== undefined,
    thread: message.threadRootId !== undefined || message.thread !== undefined,
    edited: message.editedAt !== undefined,
  };
  for (const feature of features) if (holds[feature]) yield featureFact(feature);
}
