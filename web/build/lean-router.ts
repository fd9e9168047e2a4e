/**
 * The router without what keeps and restores scroll positions: lists here know themselves where they open, and the
 * page does not scroll. To put it back to its top at each visit would have the browser lay it out once more. Throws
 * when a new version of the router is built otherwise.
 */
export function leanRouterScrolling(code: string): string {
  const [, exported = ""] = /\nexport \{ ([^}]+) \};/.exec(code) ?? [];
  const names = exported.split(", ");
  if (!names.includes("setupScrollRestoration")) throw new Error("The router is built in another way.");
  return names.map((name) => `export const ${name} = () => undefined;`).join("\n");
}

/** Nothing is to be restored before the page starts either. */
export function leanRouterScript(code: string): string {
  if (!code.includes("function ScrollRestoration()")) throw new Error("The router is built in another way.");
  return "export const ScrollRestoration = () => null;";
}
