import type { UserId } from "../../../kernel/ids.ts";
import type { Meaning } from "./meaning.ts";
import { type Run, slice } from "./stream.ts";

/** By what right somebody reads a stream: it is theirs, they are a member, or everybody may look. */
export type Standing = "own" | "member" | "preview";

/**
 * - `asking`: whether the person may read on is being found out; nothing is delivered meanwhile
 * - `behind`: entries between `next` and the live end are still to be read
 * - `live`: has everything that was sent, and gets what is next together with all other live readers
 */
export type Phase = "asking" | "behind" | "live";

/** Where one connection stands in one stream. */
export interface Position {
  readonly userId: UserId;
  standing: Standing;
  phase: Phase;
  /** The entry that it gets next. */
  next: number;
}

/**
 * Whether the right to read on must be asked for again after an entry. As every reader passes every
 * entry in order, one that lost its right at entry k can never come to see k + 1.
 */
export function mustAskAfter(meaning: Meaning, reader: Pick<Position, "userId" | "standing">): boolean {
  switch (meaning.kind) {
    case "member_left":
      return meaning.userId === reader.userId;
    case "member_joined":
      return reader.standing === "preview" && meaning.userId === reader.userId;
    case "channel_changed":
      return reader.standing === "preview";
    case "channel_added":
    case "erased":
      return false;
  }
}

/** What of a run is the reader's: from its next entry up to the first after which it must ask. */
export function portion(reader: Position, run: Run): { readonly run: Run; readonly ask: boolean } {
  const rest = slice(run, reader.next);
  const turn = rest.entries.findIndex(
    ({ meaning }) => meaning !== undefined && mustAskAfter(meaning, reader),
  );
  if (turn < 0) return { run: rest, ask: false };
  return { run: slice(rest, rest.first, rest.first + turn + 1), ask: true };
}

export type ResetReason = "too_far_behind" | "unknown_cursor" | "not_allowed";

/** Where a reader begins, and why its own position does not count if it does not. */
export interface Start {
  readonly next: number;
  readonly reset?: "too_far_behind" | "unknown_cursor";
}

/** `cursor` is the last entry the reader has applied; without one it begins at the live end. */
export function startAt(cursor: number | undefined, head: number, limit: number): Start {
  const live = head + 1;
  if (cursor === undefined) return { next: live };
  if (cursor > head) return { next: live, reset: "unknown_cursor" };
  if (head - cursor > limit) return { next: live, reset: "too_far_behind" };
  return { next: cursor + 1 };
}
