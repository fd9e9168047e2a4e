import { isInChannel, type Message } from "../../../store/log/message.ts";
import { canMove, type MessageRights } from "../message-scope.ts";
import { isLive } from "../message-state.ts";

const mostRoots = 20;
const mostFollowing = 10;

/** To whose thread a message can be moved: what was said before it, the nearest first. */
export function rootsFor(message: Message, rows: readonly Message[]): readonly Message[] {
  return rows
    .filter((row) => row.seq < message.seq && row.threadRootId === undefined && isLive(row))
    .slice(-mostRoots)
    .toReversed();
}

/** What was said right after it and can be moved along, in its order. */
export function followersOf(
  message: Message,
  rows: readonly Message[],
  rights: MessageRights,
): readonly Message[] {
  return rows
    .filter((row) => row.seq > message.seq && isInChannel(row) && canMove(row, rights))
    .slice(0, mostFollowing);
}
