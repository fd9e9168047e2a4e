import { create, fromBinary, toBinary } from "@bufbuild/protobuf";
import { type Timestamp, timestampDate, timestampFromDate } from "@bufbuild/protobuf/wkt";
import type { Message as ProtoMessage } from "../../../../gen/chatter/message/v1/content_pb.js";
import { type Entry, EntrySchema } from "../../../../gen/chatter/stream/v1/entry_pb.js";
import type { UserId } from "../../../kernel/ids.ts";
import type { Version } from "../application/ports.ts";
import type { MessageChange } from "../domain/events.ts";
import type { EntryEncoder } from "../infrastructure/entry-encoder.ts";
import { mentionsToProto, messageToProto } from "./to-proto.ts";

type Body = Parameters<typeof create<typeof EntrySchema>>[1] extends infer Init
  ? NonNullable<Extract<Init, { body?: unknown }>["body"]>
  : never;

/** Stream entries of the message context, as chatter.stream.v1.Entry. */
export const entryEncoder: EntryEncoder = {
  posted: (message) =>
    encode(message.authorId, message.postedAt, {
      case: "messagePosted",
      value: { message: messageToProto(message) },
    }),
  changed: (change) => encode(change.by, change.at, bodyOf(change)),
  erasedPost: (entry) =>
    withPost(entry, ({ mentions: _mentions, forwarded: _forwarded, poll: _poll, ...message }) => ({
      ...message,
      text: "",
      attachments: [],
    })),
  erasedText: (message) => encode(message.authorId, message.postedAt, { case: "redacted", value: {} }),
  withoutForwarded: (entry) =>
    withPost(entry, ({ forwarded, ...message }) => ({
      ...message,
      forwarded: forwarded && { ...forwarded, text: "" },
    })),
  draft: ({ by, at, channelId, threadRootId = "", text }) =>
    encode(by, at, { case: "draftChanged", value: { channelId, threadRootId, text } }),
  scheduled: ({ by, at, id }) => encode(by, at, { case: "scheduledChanged", value: { scheduledId: id } }),
  saved: ({ by, at, messageId, state }) =>
    encode(by, at, {
      case: "savedChanged",
      value: { messageId, saved: state !== "removed", done: state === "done" },
    }),
};

/** The text that an entry gave to a message; undefined for any other entry, and where it was erased. */
export function versionIn(entry: Uint8Array): Version | undefined {
  const { body } = fromBinary(EntrySchema, entry);
  switch (body.case) {
    case "messagePosted":
      return version(body.value.message?.text, body.value.message?.postedAt);
    case "messageEdited":
      return version(body.value.text, body.value.editedAt);
    default:
      return undefined;
  }
}

function version(text: string | undefined, at: Timestamp | undefined): Version | undefined {
  return text && at ? { text, writtenAt: timestampDate(at) } : undefined;
}

function bodyOf(change: MessageChange): Body {
  const { messageId } = change;
  switch (change.type) {
    case "edited": {
      const { text, at } = change;
      const mentions = mentionsToProto(change.mentions);
      return { case: "messageEdited", value: { messageId, text, mentions, editedAt: timestampFromDate(at) } };
    }
    case "deleted":
      return { case: "messageDeleted", value: { messageId, threadRootId: change.threadRootId ?? "" } };
    case "reaction_added":
      return { case: "reactionAdded", value: { messageId, emoji: change.emoji, userId: change.by } };
    case "reaction_removed":
      return { case: "reactionRemoved", value: { messageId, emoji: change.emoji, userId: change.by } };
    case "pinned":
      return { case: "messagePinned", value: { messageId, pinnedBy: change.by } };
    case "unpinned":
      return { case: "messageUnpinned", value: { messageId } };
    case "links_previewed":
      return { case: "linksPreviewed", value: { messageId, previews: [...change.previews] } };
    case "poll_option_added":
      return { case: "pollOptionAdded", value: { messageId, option: { ...change.option } } };
    case "poll_tallied":
      return {
        case: "pollTallied",
        value: { messageId, options: [...change.counts], voters: change.voters },
      };
    case "poll_closed":
      return { case: "pollClosed", value: { messageId } };
    case "preview_removed":
      return { case: "previewRemoved", value: { messageId, url: change.url } };
    case "moved_to_thread": {
      const { threadRootId, fromThreadRootId = "", authorId, postedAt } = change;
      const value = {
        messageId,
        threadRootId,
        fromThreadRootId,
        authorId,
        postedAt: timestampFromDate(postedAt),
      };
      return { case: "movedToThread", value };
    }
    case "forward_withdrawn":
      return { case: "forwardWithdrawn", value: { messageId } };
  }
}

/** The same posting entry with another message; what posts none is left. */
function withPost(bytes: Uint8Array, change: (message: ProtoMessage) => ProtoMessage): Uint8Array {
  const entry = fromBinary(EntrySchema, bytes);
  const { body } = entry;
  if (body.case !== "messagePosted" || body.value.message === undefined) return bytes;
  body.value.message = change(body.value.message);
  return toBinary(EntrySchema, entry);
}

function encode(actor: UserId, at: Date, body: Body): Uint8Array {
  const entry: Entry = create(EntrySchema, { at: timestampFromDate(at), actorId: actor, body });
  return toBinary(EntrySchema, entry);
}
