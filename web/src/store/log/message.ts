import type { Failure } from "../../api/failure.ts";
import type { CircleState } from "../circle/circle.ts";

/** A message as the client shows it; never changed, only replaced. */
export interface Message {
  /** Stays the same from the optimistic copy to the stored message. */
  readonly key: string;
  /** Empty until it is stored. */
  readonly id: string;
  readonly channelId: string;
  /** The position in the channel's log at which it was posted; infinite until it is stored. */
  readonly seq: number;
  readonly authorId: string;
  readonly clientId: string;
  /** Markdown; empty once deleted. */
  readonly text: string;
  /** Milliseconds since 1970, as all times here. */
  readonly postedAt: number;
  readonly mentions: Mentions;
  /** Set for replies. */
  readonly threadRootId: string | undefined;
  /** A reply that is shown in the channel too. */
  readonly alsoInChannel: boolean;
  /** Set for roots of threads. */
  readonly thread: ThreadSummary | undefined;
  readonly reactions: readonly Reaction[];
  readonly editedAt: number | undefined;
  /** What is left of it is its place, because a thread hangs on it. */
  readonly deletedAt: number | undefined;
  readonly pin: Pin | undefined;
  /** Set where it forwards what was said elsewhere; its own text is then a comment, or empty. */
  readonly forwarded?: Forwarded | undefined;
  /** Files that were posted with it; absent where there are none. */
  readonly attachments?: readonly Attachment[] | undefined;
  /** Of links in the text; absent where there are none. */
  readonly previews?: readonly LinkPreview[] | undefined;
  /** Set where people vote; the text is the question. */
  readonly poll?: Poll | undefined;
  /** Set while it is one's own and not stored yet. */
  readonly sending: Sending | undefined;
}

/** A file as it was when it was posted. */
export interface Attachment {
  readonly fileId: string;
  readonly name: string;
  /** The media type, found in its content. */
  readonly type: string;
  readonly bytes: number;
  /** In pixels; absent for what is no picture. */
  readonly picture?:
    | { readonly width: number; readonly height: number; readonly placeholder: string }
    | undefined;
}

export interface Mentions {
  readonly userIds: readonly string[];
  /** Everybody in the channel who is in one of these. */
  readonly groupIds?: readonly string[];
  /** Everybody in the channel. */
  readonly channel: boolean;
  /** Everybody in the channel who is online. */
  readonly here: boolean;
}

export interface ThreadSummary {
  readonly replyCount: number;
  readonly lastReplyAt: number;
  /** The latest to reply first, at most five. */
  readonly recentUserIds: readonly string[];
}

export interface Reaction {
  readonly emoji: string;
  readonly count: number;
  /** The first 20, in the order in which they reacted. */
  readonly userIds: readonly string[];
  /** One's own is among them. */
  readonly mine: boolean;
}

/** What a page says of itself: plain text, of strangers. */
export interface LinkPreview {
  readonly url: string;
  readonly title: string;
  readonly description: string;
  readonly siteName: string;
}

export interface Poll {
  readonly options: readonly PollOption[];
  /** More than one option may be chosen. */
  readonly multiple: boolean;
  /** Nobody learns who voted for what. */
  readonly anonymous: boolean;
  /** Everybody who may vote may add options. */
  readonly open: boolean;
  readonly closesAt: number | undefined;
  readonly closedAt: number | undefined;
  readonly voters: number;
}

export interface PollOption {
  readonly id: number;
  readonly text: string;
  readonly votes: number;
}

export interface Pin {
  readonly by: string;
  readonly at: number;
}

/** A copy of what somebody forwarded, as it said at that moment. */
export interface Forwarded {
  readonly messageId: string;
  readonly channelId: string;
  readonly authorId: string;
  readonly postedAt: number;
  /** Markdown; empty once the original was deleted. */
  readonly text: string;
}

/** `waiting` is on its way, or will be as soon as there is a connection. */
export type Sending = { readonly state: "waiting" } | { readonly state: "failed"; readonly failure: Failure };

/** The key of a stored message: one's own keeps the name it was sent under, which nobody else's can have. */
export function keyOf(message: Pick<Message, "id" | "authorId" | "clientId">, me: string): string {
  return message.authorId === me && message.clientId !== "" ? sentKey(message.clientId) : message.id;
}

export const sentKey = (clientId: string): string => `sent:${clientId}`;

/** Shown in the channel, and not only in a thread. */
export function isInChannel(message: Pick<Message, "threadRootId" | "alsoInChannel">): boolean {
  return message.threadRootId === undefined || message.alsoInChannel;
}

/** Whether it calls this person, who did not write it, by name or by a group, and who heeds its author. */
export function calls(
  me: string,
  { authorId, mentions }: Pick<Message, "authorId" | "mentions">,
  circle?: Heeded,
): boolean {
  if (authorId === me || circle?.apart.has(authorId)) return false;
  const { channel, here, userIds, groupIds = [] } = mentions;
  return channel || here || userIds.includes(me) || groupIds.some((id) => circle?.groups.get(id)?.isMine);
}

type Heeded = Pick<CircleState, "apart" | "groups">;

/** A deleted message stays visible in the channel only while a thread hangs on it. */
export function isShownInChannel(message: Message): boolean {
  return message.deletedAt === undefined ? saysSomething(message) : message.thread !== undefined;
}

export function isShownInThread(message: Message): boolean {
  return message.deletedAt === undefined && saysSomething(message);
}

/** Texts and files are erased from the log at once, and the deletion itself may come later. */
function saysSomething({ text, forwarded, attachments }: Message): boolean {
  return text !== "" || forwarded !== undefined || attachments !== undefined;
}
