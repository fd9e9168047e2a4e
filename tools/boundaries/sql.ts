/**
 * The tables of other contexts named in a piece of SQL or in a table name. Only what stands in front of the
 * dot is looked at, so an alias must not be called like another context either.
 */
export function foreignTables(text: string, own: string, contexts: Iterable<string>): string[] {
  const others = [...contexts].filter((name) => name !== own);
  if (others.length === 0) return [];
  const qualified = new RegExp(`(?<![\\w./@-])"?(?:${others.join("|")})"?\\."?[a-z_]\\w*`, "g");
  return text.match(qualified) ?? [];
}

/** SQL without its comments, of the same length, so that offsets still hold. */
export function withoutComments(sql: string): string {
  return sql.replace(/--.*|\/\*[^]*?\*\//g, (comment) => comment.replace(/[^\n]/g, " "));
}
