import { fromBinary } from "@bufbuild/protobuf";
import { EntrySchema } from "../../../../gen/chatter/stream/v1/entry_pb.js";

/** What a reader who only ever saw the log knows about a message. */
export interface Replayed {
  readonly seq: bigint;
  readonly authorId: string;
  readonly text: string;
  readonly deleted: boolean;
  readonly edited: boolean;
  readonly pinnedBy: string;
  readonly replies: number;
  /** `emoji user`, in any order. */
  readonly reactions: ReadonlySet<string>;
}

/** Folds a channel's log from its first entry. */
export function replay(entries: readonly Uint8Array[]): Map<string, Replayed> {
  const messages = new Map<string, Replayed>();
  const change = (id: string, next: (message: Replayed) => Partial<Replayed>): void => {
    const message = messages.get(id);
    if (message !== undefined) messages.set(id, { ...message, ...next(message) });
  };
  entries.forEach((bytes, index) => {
    const { body } = fromBinary(EntrySchema, bytes);
    switch (body.case) {
      case "messagePosted": {
        const { message } = body.value;
        if (message === undefined) throw new Error("a posting entry carries its message");
        messages.set(message.id, {
          seq: BigInt(index + 1),
          authorId: message.authorId,
          text: message.text,
          deleted: false,
          edited: false,
          pinnedBy: "",
          replies: 0,
          reactions: new Set(),
        });
        change(message.threadRootId, ({ replies }) => ({ replies: replies + 1 }));
        break;
      }
      case "messageEdited": {
        const { text } = body.value;
        change(body.value.messageId, () => ({ text, edited: true }));
        break;
      }
      case "messageDeleted":
        change(body.value.messageId, () => ({
          text: "",
          deleted: true,
          edited: false,
          pinnedBy: "",
          reactions: new Set(),
        }));
        change(body.value.threadRootId, ({ replies }) => ({ replies: replies - 1 }));
        break;
      case "reactionAdded": {
        const { emoji, userId, messageId } = body.value;
        change(messageId, ({ reactions }) => ({ reactions: new Set([...reactions, `${emoji} ${userId}`]) }));
        break;
      }
      case "reactionRemoved": {
        const { emoji, userId, messageId } = body.value;
        change(messageId, ({ reactions }) => ({
          reactions: new Set([...reactions].filter((reaction) => reaction !== `${emoji} ${userId}`)),
        }));
        break;
      }
      case "messagePinned": {
        const { pinnedBy } = body.value;
        change(body.value.messageId, () => ({ pinnedBy }));
        break;
      }
      case "messageUnpinned":
        change(body.value.messageId, () => ({ pinnedBy: "" }));
        break;
    }
  });
  return messages;
}
