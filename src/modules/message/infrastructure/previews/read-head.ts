import { Parser } from "htmlparser2";

/** What a page says of itself in its head. */
export interface PageHead {
  /** The first of each name, as `og:title` or `description`. */
  readonly meta: ReadonlyMap<string, string>;
  readonly title: string;
}

/** Some pages have their tags in what browsers take for the body; nobody reads further than this. */
const MOST_TAGS = 2_000;
const LONGEST_VALUE = 4_096;

/** Reads the tags of a page, however broken it is. */
export function readHead(html: string): PageHead {
  const meta = new Map<string, string>();
  let title = "";
  let isTitle = false;
  let tags = 0;
  const parser = new Parser({
    onopentag(name, { property, name: named, content }) {
      isTitle = name === "title" && title === "";
      const key = (property ?? named)?.trim().toLowerCase();
      if (name === "meta" && key !== undefined && content !== undefined && !meta.has(key)) {
        meta.set(key, content.slice(0, LONGEST_VALUE));
      }
      if (++tags > MOST_TAGS || name === "body") parser.pause();
    },
    ontext(text) {
      if (isTitle && title.length < LONGEST_VALUE) title += text;
    },
    onclosetag(name) {
      if (name === "title") isTitle = false;
    },
  });
  parser.write(html);
  return { meta, title };
}
