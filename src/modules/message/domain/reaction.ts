import type { MessageId, UserId } from "../../../kernel/ids.ts";
import { refuse } from "./errors.ts";
import type { MessageChange } from "./events.ts";
import { assertNotDeleted, type Message } from "./message.ts";

/** One emoji on a message, and who reacted with it. */
export interface Reaction {
  readonly emoji: string;
  readonly count: number;
  /** The first 20, in the order in which they reacted. */
  readonly userIds: readonly UserId[];
  /** The reader is one of them. */
  readonly mine: boolean;
}

/** What deciding about a reaction needs to know of those that are there. */
export interface ReactionState {
  readonly differentEmoji: number;
  readonly emojiUsed: boolean;
  readonly mine: boolean;
}

const MOST_DIFFERENT_EMOJI = 50;
export const PEOPLE_NAMED = 20;

interface Reacting {
  readonly messageId: MessageId;
  readonly emoji: string;
  readonly by: UserId;
  readonly at: Date;
}

/** Reacting twice with the same emoji changes nothing. Throws TOO_MANY_REACTIONS, MESSAGE_DELETED. */
export function react(message: Message, state: ReactionState, reacting: Reacting): MessageChange[] {
  assertNotDeleted(message);
  if (state.mine) return [];
  if (!state.emojiUsed && state.differentEmoji >= MOST_DIFFERENT_EMOJI) {
    throw refuse("TOO_MANY_REACTIONS", { limit: MOST_DIFFERENT_EMOJI });
  }
  return [{ type: "reaction_added", ...reacting }];
}

export function unreact(state: ReactionState, reacting: Reacting): MessageChange[] {
  return state.mine ? [{ type: "reaction_removed", ...reacting }] : [];
}
