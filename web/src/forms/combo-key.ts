interface Combo {
  readonly isOpen: boolean;
  /** The line that Enter takes. */
  readonly active: number | undefined;
  readonly count: number;
}

type Action = "open" | "close" | "pick" | number;

const openers: readonly string[] = ["ArrowDown", "ArrowUp", "Enter"];

/** What a key does in a field with a list; a number is the line that becomes active. */
export function comboKey(key: string, { isOpen, active, count }: Combo): Action | undefined {
  if (!isOpen) return openers.includes(key) ? "open" : undefined;
  switch (key) {
    case "Escape":
      return "close";
    case "ArrowDown":
      return wrapped(active === undefined ? 0 : active + 1, count);
    case "ArrowUp":
      return wrapped((active ?? 0) - 1, count);
    case "Enter":
      return active === undefined || count === 0 ? undefined : "pick";
    default:
      return undefined;
  }
}

function wrapped(line: number, count: number): number | undefined {
  return count === 0 ? undefined : (line + count) % count;
}
