/** Where to go after signing in, when nothing else was asked for. */
export const home = "/";

/** The page that somebody wanted before they had to sign in. */
export interface Next {
  readonly next?: string;
}

/** Reads it from an address: a path of this server, and never another site. */
export function readNext({ next }: Readonly<Record<string, unknown>>): Next {
  // Browsers take a backslash for a slash, and two of them begin the name of another server.
  return typeof next === "string" && /^\/(?![/\\])[^\\]*$/.test(next) ? { next } : {};
}
