import { LRUCache } from "lru-cache";
import { DomainError } from "../../../../kernel/errors.ts";
import type { Outward } from "../../../../platform/outward/outward.ts";
import type { Pages } from "../../application/previews/ports.ts";
import type { LinkPreview } from "../../domain/previews.ts";
import { type PageHead, readHead } from "./read-head.ts";

// The head of a page is in its beginning.
const LIMITS = { ms: 5_000, bytes: 512 * 1024, beyond: "cut" } as const;
const TYPES = ["text/html", "application/xhtml+xml"];
// What many link to within an hour is read once.
const REMEMBERED = { max: 1_000, ttl: 60 * 60_000 };

const LONGEST = { title: 200, description: 400, siteName: 80 };

/** Pages of the web, each read once an hour at most. */
export function createPages(outward: Outward): Pages {
  const known = new LRUCache<string, { readonly preview: Promise<LinkPreview | undefined> }>(REMEMBERED);
  return {
    async preview(url) {
      const preview = known.get(url)?.preview ?? readPage(outward, url);
      known.set(url, { preview }, { noUpdateTTL: true });
      try {
        return await preview;
      } catch (error) {
        known.delete(url);
        throw error;
      }
    },
  };
}

async function readPage(outward: Outward, url: string): Promise<LinkPreview | undefined> {
  try {
    const headers = { accept: "text/html,application/xhtml+xml" };
    const answer = await outward.ask({ url, headers, types: TYPES, limits: LIMITS });
    if (answer.status !== 200) return undefined;
    return previewOf(url, readHead(decode(answer.body, String(answer.headers["content-type"]))));
  } catch (error) {
    // A page that cannot be read has no preview; that the guard refused it says nothing to whoever linked to it.
    if (error instanceof DomainError) return undefined;
    throw error;
  }
}

/** OpenGraph first, then what Twitter and search engines read; undefined where a page has no title. */
function previewOf(url: string, { meta, title }: PageHead): LinkPreview | undefined {
  const first = (...names: string[]): string =>
    names.map((name) => plain(meta.get(name) ?? "")).find((text) => text !== "") ?? "";
  const named = first("og:title", "twitter:title") || plain(title);
  if (named === "") return undefined;
  const description = first("og:description", "twitter:description", "description");
  const siteName = first("og:site_name", "application-name") || (URL.parse(url)?.hostname ?? "");
  return {
    url,
    title: shortened(named, LONGEST.title),
    description: shortened(description, LONGEST.description),
    siteName: shortened(siteName, LONGEST.siteName),
  };
}

/** On one line, without what cannot be seen: control characters and those that turn the direction of writing. */
function plain(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cs}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
}

function shortened(text: string, most: number): string {
  const characters = Array.from(text);
  return characters.length <= most
    ? text
    : `${characters
        .slice(0, most - 1)
        .join("")
        .trimEnd()}…`;
}

const CHARSET = /charset\s*=\s*["']?\s*([\w.:-]+)/i;
const SNIFFED_BYTES = 1_024;

/** As the server names the encoding, or the page in its beginning; otherwise, and for unknown names, UTF-8. */
function decode(body: Buffer, contentType: string): string {
  const [, label = "utf-8"] =
    CHARSET.exec(contentType) ?? CHARSET.exec(body.toString("latin1", 0, SNIFFED_BYTES)) ?? [];
  return decoderOf(label).decode(body);
}

function decoderOf(label: string): Pick<InstanceType<typeof TextDecoder>, "decode"> {
  try {
    return new TextDecoder(label);
  } catch (error) {
    if (error instanceof RangeError) return new TextDecoder();
    throw error;
  }
}
