import { createContext, use } from "react";
import type { Message } from "../../store/log/message.ts";
import { isLive } from "./message-state.ts";

/** What the reader may do in the channel; the server has the last word. */
export interface MessageRights {
  readonly me: string;
  /** Write, react and pin. */
  readonly canPost: boolean;
  /** Delete what others wrote. */
  readonly canModerate: boolean;
}

/** What can be done with a message where it is shown. The same object as long as the place is the same. */
export interface RowActions {
  readonly toggleReaction: (message: Message, emoji: string) => void;
  /** Absent within a thread, where every message is a part of it. */
  readonly openThread?: ((message: Message) => void) | undefined;
  readonly edit: (message: Message) => void;
  readonly remove: (message: Message) => void;
  /** What an edited message said before. */
  readonly showVersions: (message: Message) => void;
  readonly forward: (message: Message) => void;
  /** Absent within a thread. */
  readonly moveToThread?: ((message: Message) => void) | undefined;
  readonly togglePin: (message: Message) => void;
  /** Puts it into the inbox at a moment, in milliseconds since 1970. */
  readonly remind: (message: Message, at: number) => void;
  readonly copyLink: (message: Message) => void;
  readonly copyText: (message: Message) => void;
  /** Absent within a thread: only the channel has a read position. */
  readonly markUnread?: ((message: Message) => void) | undefined;
  readonly retry: (message: Message) => void;
  readonly discard: (message: Message) => void;
}

export interface MessageScope {
  readonly rights: MessageRights;
  readonly actions: RowActions;
}

/** Given to every message of a list at once. */
export const MessageScope = createContext<MessageScope | undefined>(undefined);

export function useMessageScope(): MessageScope {
  const scope = use(MessageScope);
  if (scope === undefined) throw new Error("A message is shown outside of a MessageScope.");
  return scope;
}

export function canEdit(message: Message, { me, canPost }: MessageRights): boolean {
  return isLive(message) && message.authorId === me && canPost;
}

/** Whether it can become a reply: what has replies of its own cannot. */
export function canMove(message: Message, rights: MessageRights): boolean {
  return canRemove(message, rights) && message.thread === undefined;
}

export function canRemove(message: Message, { me, canPost, canModerate }: MessageRights): boolean {
  return isLive(message) && (canModerate || (message.authorId === me && canPost));
}
