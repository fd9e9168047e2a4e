/** Makes a channel's name of what is typed, as far as that is a matter of course: in lower case, without spaces. */
export function nameFrom(typed: string): string {
  return typed
    .replace(/^[\s#]+/u, "")
    .replace(/-?\s+/gu, "-")
    .toLowerCase();
}

export type NameProblem = "empty" | "wrongSign";

/** What the rule of the contract says against a name: letters without upper case, digits, dots, dashes, underscores. */
export function problemOf(name: string): NameProblem | undefined {
  if (name === "") return "empty";
  return /^[\p{Ll}\p{Lm}\p{Lo}\p{M}\p{Nd}._-]+$/u.test(name) ? undefined : "wrongSign";
}
