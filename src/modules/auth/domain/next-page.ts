const LONGEST = 2_000;

/**
 * The page of this server that somebody wants to go on with, as a whole address, so that nothing in it can be
 * read as another server's name; the first page for whatever is none of ours.
 */
export function nextPage(publicUrl: string, wish: string | null): string {
  const home = `${publicUrl}/`;
  // Browsers take a backslash for a slash, and two of them begin the name of another server.
  if (wish === null || wish.length > LONGEST || !/^\/(?![/\\])[^\\]*$/.test(wish)) return home;
  const url = URL.parse(wish, home);
  return url !== null && url.origin === new URL(home).origin ? url.href : home;
}
