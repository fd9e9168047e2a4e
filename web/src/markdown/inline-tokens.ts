import { type Inline, text } from "./nodes.ts";
import { safeHref } from "./safe-href.ts";

/** What is recognised within plain text: our own marks, e-mail addresses and emoji by name. */
const special = new RegExp(
  [
    "<@(?<person>(?:usr|grp)_[0-9A-Za-z]{27})>",
    "<#(?<channel>chn_[0-9A-Za-z]{27})>",
    "<!(?<everyone>channel|here)>",
    "(?<![\\w.+-])(?<email>[\\w.+-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9-]{0,62}\\.)+[A-Za-z]{2,24})",
    "(?<![\\w:]):(?<emoji>[a-z0-9_+-]{1,48}):",
  ].join("|"),
  "g",
);

/** Splits plain text at mentions, channel links, e-mail addresses (outside of links) and emoji by name. */
export function splitText(value: string, inLink: boolean): Inline[] {
  const nodes: Inline[] = [];
  let end = 0;
  for (const match of value.matchAll(special)) {
    const node = toNode(match.groups ?? {}, inLink);
    if (node === undefined) continue;
    if (match.index > end) nodes.push(text(value.slice(end, match.index)));
    nodes.push(node);
    end = match.index + match[0].length;
  }
  if (end < value.length) nodes.push(text(value.slice(end)));
  return nodes;
}

function toNode(found: Record<string, string | undefined>, inLink: boolean): Inline | undefined {
  const { person, channel, everyone, email, emoji } = found;
  if (person !== undefined) return { type: "person", userId: person };
  if (channel !== undefined) return { type: "channel", channelId: channel };
  if (everyone !== undefined) return { type: "everyone", scope: everyone === "here" ? "here" : "channel" };
  if (emoji !== undefined) return { type: "emoji", code: emoji };
  const href = email === undefined || inLink ? undefined : safeHref(`mailto:${email}`);
  return href === undefined ? undefined : { type: "link", href, children: [text(email ?? "")] };
}
