import { refuse } from "./errors.ts";
import { tidy } from "./text.ts";

/** What somebody says of themselves for a while, such as a palm tree and "Back on Monday". */
export interface Status {
  readonly emoji: string;
  readonly text: string;
  /** Undefined: until it is changed. */
  readonly expiresAt: Date | undefined;
}

/** Undefined for one that says nothing. Throws STATUS_EXPIRED. */
export function readStatus(wish: Status, now: Date): Status | undefined {
  const status = { ...wish, emoji: tidy(wish.emoji), text: tidy(wish.text) };
  if (status.emoji === "" && status.text === "") return undefined;
  if (!isCurrent(status, now)) throw refuse("STATUS_EXPIRED");
  return status;
}

export function isCurrent({ expiresAt }: Status, now: Date): boolean {
  return expiresAt === undefined || expiresAt > now;
}
