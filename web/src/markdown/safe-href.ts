import type { SafeHref } from "./nodes.ts";

const schemes = new Set(["http:", "https:", "mailto:"]);
const bareDomain = /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+(?:[/:?#]|$)/u;

/** The address if a link may lead there, completed with https:// where somebody left it out. */
export function safeHref(raw: string): SafeHref | undefined {
  const complete = bareDomain.test(raw) ? `https://${raw}` : raw;
  const url = URL.parse(complete);
  if (url === null || !schemes.has(url.protocol)) return undefined;
  return url.href as SafeHref;
}
