import { timestampMs } from "@bufbuild/protobuf/wkt";
import type { Message } from "../../../../gen/chatter/message/v1/content_pb.js";
import type { ListMessage } from "../../message-list/row.ts";

/** How far a message is that this client is sending. */
export type Sending =
  | { readonly state: "pending" }
  | { readonly state: "failed"; readonly reason: string | undefined };

/** A message as a list shows it: one that was posted, or one that is on its way. */
export interface MessageItem extends ListMessage {
  readonly message: Message;
  /** Absent once it is posted. */
  readonly sending: Sending | undefined;
}

export function isDeleted({ deletedAt }: Message): boolean {
  return deletedAt !== undefined;
}

/** Whether anything can be done with it: it is posted, and still there. */
export function isLive({ message, sending }: MessageItem): boolean {
  return sending === undefined && !isDeleted(message);
}

/** Milliseconds since 1970 of a message's posting; one on its way has none. */
export function postedAtOf({ postedAt }: Message): number {
  return postedAt === undefined ? 0 : timestampMs(postedAt);
}

/** Whether it calls the reader: by name, or with everybody. One's own messages do not. */
export function mentionsMe({ authorId, mentions }: Message, me: string): boolean {
  if (mentions === undefined || authorId === me) return false;
  return mentions.channel || mentions.here || mentions.userIds.includes(me);
}
