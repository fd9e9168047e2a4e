import type { Failure } from "../../api/failure.ts";
import type { ToServer } from "../../realtime/socket.ts";
import { type Attachment, type Message, sentKey } from "../log/message.ts";

/** What a person writes. */
export interface Writing {
  readonly channelId: string;
  /** Markdown. */
  readonly text: string;
  readonly threadRootId?: string | undefined;
  /** Shows a reply in the channel too. */
  readonly alsoInChannel?: boolean;
  /** Files that are uploaded. */
  readonly attachments?: readonly Attachment[] | undefined;
}

/** A message on its way. */
export interface Outgoing extends Writing {
  /** Names it in every attempt, so that the server stores it once. */
  readonly clientId: string;
  /** The tab that sends it. */
  readonly tab: string;
  /** How often one tab took it over from another. */
  readonly claim: number;
  readonly writtenAt: number;
  /** `sent` is stored, but its entry has not come yet. */
  readonly state: "waiting" | "sent" | "failed";
  readonly failure: Failure | undefined;
}

/**
 * Whether one tab's account of a message is older than another's. Several may take it over at once: then
 * it belongs to the one whose name comes first, and all come to agree, in whatever order they hear of it.
 */
export function isOlder(one: Outgoing, other: Outgoing): boolean {
  if (one.claim !== other.claim) return one.claim < other.claim;
  return one.tab > other.tab;
}

/** Shown in the place that it will have. */
export function messageOf(outgoing: Outgoing, me: string): Message {
  const {
    clientId,
    channelId,
    text,
    writtenAt,
    threadRootId,
    alsoInChannel = false,
    failure,
    attachments,
  } = outgoing;
  return {
    key: sentKey(clientId),
    id: "",
    channelId,
    seq: Number.POSITIVE_INFINITY,
    authorId: me,
    clientId,
    text,
    postedAt: writtenAt,
    mentions: { userIds: [], channel: false, here: false },
    threadRootId,
    alsoInChannel,
    thread: undefined,
    reactions: [],
    editedAt: undefined,
    deletedAt: undefined,
    pin: undefined,
    attachments,
    sending: failure === undefined ? { state: "waiting" } : { state: "failed", failure },
  };
}

/** How it is said to the server. */
export function frameOf({
  channelId,
  clientId,
  text,
  threadRootId = "",
  alsoInChannel = false,
  attachments = [],
}: Outgoing): ToServer {
  const fileIds = attachments.map(({ fileId }) => fileId);
  return { case: "send", value: { channelId, clientId, text, threadRootId, alsoInChannel, fileIds } };
}
