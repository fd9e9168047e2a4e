import type { User } from "./user.ts";

/** Whether somebody's name or handle contains a text, as the server's directory understands it. */
export function isCalled({ name, handle }: Pick<User, "name" | "handle">, query: string): boolean {
  const wanted = fold(query.trim().replace(/^@/, ""));
  return fold(name).includes(wanted) || handle.includes(wanted);
}

/** Without case and accents. */
function fold(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}
