import type { UserId } from "../../../kernel/ids.ts";
import type { MessageChange } from "./events.ts";
import { CODE } from "./mentions.ts";
import type { Message } from "./message.ts";

/** What a page says of itself: plain text, of strangers. */
export interface LinkPreview {
  /** As the link leads there. */
  readonly url: string;
  readonly title: string;
  readonly description: string;
  readonly siteName: string;
}

/** The previews of a message, and the addresses of those that somebody removed. */
export interface Previews {
  readonly shown: readonly LinkPreview[];
  readonly removed: readonly string[];
}

const MOST_PREVIEWS = 3;
const LONGEST_URL = 2_048;

const SPOILER = /\|\|[\s\S]*?\|\|/g;
const LINK = new RegExp(`https?://[^\\s<>"\`{}|\\\\^]{1,${LONGEST_URL}}`, "gi");
/** What ends a sentence or an emphasis is no part of the address before it. */
const TRAILING = ".,;:!?'*_~]";

/** The addresses that a text leads to, each once, in its order. What stands in code or is hidden leads nowhere. */
export function linksIn(text: string): readonly string[] {
  const visible = text.replace(CODE, " ").replace(SPOILER, " ");
  const found = new Set<string>();
  for (const [written] of visible.matchAll(LINK)) {
    const url = URL.parse(trimmed(written));
    if (url !== null && url.username === "" && url.href.length <= LONGEST_URL) found.add(url.href);
  }
  return [...found];
}

/** In `(see https://a.example/b_(c))` the last bracket is not the address's. */
function trimmed(written: string): string {
  let unopened = written.split(")").length - written.split("(").length;
  let end = written.length;
  for (;;) {
    const last = written.charAt(end - 1);
    if (last === ")" && unopened > 0) unopened--;
    else if (last === "" || !TRAILING.includes(last)) return written.slice(0, end);
    end--;
  }
}

/** The links of a message that are to be previewed, without those to this server and those that were removed. */
export function linksToPreview(
  message: Pick<Message, "text" | "previews">,
  ownOrigin: string,
): readonly string[] {
  const removed = new Set(message.previews?.removed);
  const isOther = (url: string): boolean => URL.parse(url)?.origin !== ownOrigin;
  return linksIn(message.text)
    .filter((url) => isOther(url) && !removed.has(url))
    .slice(0, MOST_PREVIEWS);
}

/** Shows what was found of the links of a message as it is now; nothing changes where it is shown already. */
export function preview(message: Message, found: readonly LinkPreview[], at: Date): MessageChange[] {
  if (message.deletedAt !== undefined) return [];
  const shown = message.previews?.shown ?? [];
  if (saysTheSame(found, shown)) return [];
  return [{ type: "links_previewed", messageId: message.id, previews: found, by: message.authorId, at }];
}

function saysTheSame(some: readonly LinkPreview[], others: readonly LinkPreview[]): boolean {
  const isSame = (one: LinkPreview, other: LinkPreview | undefined): boolean =>
    one.url === other?.url &&
    one.title === other.title &&
    one.description === other.description &&
    one.siteName === other.siteName;
  return some.length === others.length && some.every((one, place) => isSame(one, others[place]));
}

/** Removing what is not shown changes nothing. Who may is a question of authorship or permission. */
export function removePreview(message: Message, by: UserId, url: string, at: Date): MessageChange[] {
  const isShown = message.previews?.shown.some((shown) => shown.url === url) === true;
  return isShown ? [{ type: "preview_removed", messageId: message.id, url, by, at }] : [];
}
