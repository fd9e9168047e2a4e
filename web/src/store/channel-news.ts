import type { LogEntry } from "../realtime/streams.ts";
import type { Message } from "./log/message.ts";
import { postedBy } from "./log/segment.ts";

/** Something that happened in a channel, for who tells it or keeps a list of their own. */
export type ChannelNews =
  | { readonly kind: "posted"; readonly message: Message }
  /** A list that is read when it is looked at has changed. */
  | { readonly kind: "messages" | "members"; readonly channelId: string };

export function newsIn(channelId: string, entry: LogEntry, me: string): ChannelNews | undefined {
  switch (entry.body.case) {
    case "messagePosted": {
      const message = postedBy(entry, me);
      return message && { kind: "posted", message };
    }
    case "messagePinned":
    case "messageUnpinned":
    case "messageEdited":
    case "messageDeleted":
    case "forwardWithdrawn":
    case "movedToThread":
      return { kind: "messages", channelId };
    case "memberJoined":
    case "memberLeft":
    case "memberRoleChanged":
      return { kind: "members", channelId };
    default:
      return undefined;
  }
}
