import { fromBinary } from "@bufbuild/protobuf";
import { type Entry, EntrySchema } from "../../../../gen/chatter/stream/v1/entry_pb.js";

/** What a reader who only ever saw the log knows about a message. */
export interface Replayed {
  readonly seq: bigint;
  readonly authorId: string;
  readonly text: string;
  readonly deleted: boolean;
  readonly edited: boolean;
  readonly pinnedBy: string;
  readonly replies: number;
  /** The addresses of what is previewed. */
  readonly previews: readonly string[];
  /** `option votes`, and how many voted. */
  readonly poll: readonly string[] | undefined;
  /** `emoji user`, in any order. */
  readonly reactions: ReadonlySet<string>;
}

/** Folds a channel's log from its first entry. */
export function replay(entries: readonly Uint8Array[]): Map<string, Replayed> {
  const messages = new Map<string, Replayed>();
  entries.forEach((bytes, index) => {
    apply(messages, fromBinary(EntrySchema, bytes).body, BigInt(index + 1));
  });
  return messages;
}

function apply(messages: Map<string, Replayed>, body: Entry["body"], seq: bigint): void {
  const change: Change = (id, next) => {
    const message = messages.get(id);
    if (message !== undefined) messages.set(id, { ...message, ...next(message) });
  };
  switch (body.case) {
    case "messagePosted": {
      const { id = "", threadRootId = "", ...message } = body.value.message ?? {};
      const asked = body.value.message?.poll;
      const poll = asked && [...asked.options.map(({ text }) => `${text} 0`), "0"];
      messages.set(id, { ...posted(seq, message), poll });
      return change(threadRootId, ({ replies }) => ({ replies: replies + 1 }));
    }
    case "messageEdited": {
      const { messageId, text } = body.value;
      return change(messageId, () => ({ text, edited: true }));
    }
    case "messageDeleted":
      change(body.value.messageId, ({ seq: place, authorId, replies }) => ({
        ...posted(place, { authorId, text: "" }),
        deleted: true,
        replies,
      }));
      return change(body.value.threadRootId, ({ replies }) => ({ replies: replies - 1 }));
    case "reactionAdded": {
      const { emoji, userId, messageId } = body.value;
      return change(messageId, ({ reactions }) => ({
        reactions: new Set([...reactions, `${emoji} ${userId}`]),
      }));
    }
    case "reactionRemoved": {
      const { emoji, userId, messageId } = body.value;
      return change(messageId, ({ reactions }) => ({
        reactions: new Set([...reactions].filter((reaction) => reaction !== `${emoji} ${userId}`)),
      }));
    }
    case "messagePinned": {
      const { messageId, pinnedBy } = body.value;
      return change(messageId, () => ({ pinnedBy }));
    }
    case "movedToThread": {
      const { threadRootId, fromThreadRootId } = body.value;
      change(fromThreadRootId, ({ replies }) => ({ replies: replies - 1 }));
      return change(threadRootId, ({ replies }) => ({ replies: replies + 1 }));
    }
    case "messageUnpinned":
      return change(body.value.messageId, () => ({ pinnedBy: "" }));
    default:
      return addTo(change, body);
  }
}

type Change = (id: string, next: (message: Replayed) => Partial<Replayed>) => void;

/** What is beside the text: previews and polls. */
function addTo(change: Change, body: Entry["body"]): void {
  switch (body.case) {
    case "linksPreviewed": {
      const previews = body.value.previews.map(({ url }) => url);
      return change(body.value.messageId, () => ({ previews }));
    }
    case "pollOptionAdded": {
      const { messageId, option } = body.value;
      return change(messageId, ({ poll }) => ({ poll: poll?.toSpliced(-1, 0, `${option?.text} 0`) }));
    }
    case "pollTallied": {
      const { messageId, options, voters } = body.value;
      return change(messageId, ({ poll }) => ({
        poll: poll && [
          ...options.map(({ votes }, place) => `${poll[place]?.replace(/ \d+$/, "")} ${votes}`),
          String(voters),
        ],
      }));
    }
    case "previewRemoved": {
      const { messageId, url } = body.value;
      return change(messageId, ({ previews }) => ({ previews: previews.filter((shown) => shown !== url) }));
    }
    default:
    // What others write into the log says nothing about a message.
  }
}

function posted(seq: bigint, { authorId = "", text = "" }: { authorId?: string; text?: string }): Replayed {
  return {
    seq,
    authorId,
    text,
    deleted: false,
    edited: false,
    pinnedBy: "",
    replies: 0,
    previews: [],
    poll: undefined,
    reactions: new Set(),
  };
}
