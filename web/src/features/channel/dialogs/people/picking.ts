import type { User } from "../../../../store/people/user.ts";

/** What somebody sees who picks people from a list. */
export interface Picking {
  readonly query: string;
  readonly found: readonly User[];
  /** The line of the list that Enter takes. */
  readonly active: number | undefined;
  readonly chosen: readonly User[];
}

export type PickAction =
  | { readonly type: "move"; readonly to: number }
  | { readonly type: "toggle" | "drop"; readonly user: User }
  | { readonly type: "submit" };

/** What a key does in the field in which one types names; undefined leaves it to the field. */
export function pickAction(key: string, picking: Picking): PickAction | undefined {
  const { query, found, active, chosen } = picking;
  const last = chosen.at(-1);
  switch (key) {
    case "ArrowDown":
      return found.length === 0 ? undefined : { type: "move", to: ((active ?? -1) + 1) % found.length };
    case "ArrowUp":
      return found.length === 0
        ? undefined
        : { type: "move", to: ((active ?? 0) + found.length - 1) % found.length };
    case "Enter":
      return enter(picking);
    case "Backspace":
      return query === "" && last !== undefined ? { type: "drop", user: last } : undefined;
    default:
      return undefined;
  }
}

/** Enter takes the active line; once more, with nothing typed, it is done. */
function enter({ query, found, active, chosen }: Picking): PickAction | undefined {
  const user = active === undefined ? undefined : found[active];
  if (user !== undefined) return { type: "toggle", user };
  return query.trim() === "" && chosen.length > 0 ? { type: "submit" } : undefined;
}

/** Adds somebody to the chosen ones, or takes them out. */
export function toggled(chosen: readonly User[], user: User): readonly User[] {
  const others = chosen.filter(({ id }) => id !== user.id);
  return others.length < chosen.length ? others : [...chosen, user];
}
