import { fromBinary } from "@bufbuild/protobuf";
import { type Timestamp, timestampDate } from "@bufbuild/protobuf/wkt";
import type {
  Attachment as ProtoAttachment,
  Forwarded as ProtoForwarded,
  Mentions as ProtoMentions,
  Message as ProtoMessage,
} from "../../../../gen/chatter/message/v1/content_pb.js";
import { EntrySchema } from "../../../../gen/chatter/stream/v1/entry_pb.js";
import { type MessageId, parseId } from "../../../kernel/ids.ts";
import type { Attachment } from "../domain/attachment.ts";
import type { Mentions } from "../domain/mentions.ts";
import type { Forwarded, NewMessage } from "../domain/message.ts";
import type { LinkPreview } from "../domain/previews.ts";
import type { EntryDecoder } from "../infrastructure/entry-encoder.ts";
import { pollFromProto, readPollEntry } from "./polls/from-proto.ts";

/** The way back from what `entryEncoder` wrote. */
export const decodeEntry: EntryDecoder = (bytes) => {
  const { body, actorId, at } = fromBinary(EntrySchema, bytes);
  const aMessage = (messageId: string) => ({
    messageId: parseId("msg", messageId),
    by: parseId("usr", actorId),
    at: moment(at),
  });
  switch (body.case) {
    case "messagePosted": {
      const message = postedMessage(body.value.message);
      return { type: "posted", message, by: message.authorId, at: message.postedAt };
    }
    case "messageEdited": {
      const { messageId, text, mentions } = body.value;
      return { type: "edited", ...aMessage(messageId), text, mentions: mentionsFromProto(mentions) };
    }
    case "messageDeleted":
      return {
        type: "deleted",
        ...aMessage(body.value.messageId),
        threadRootId: rootFromProto(body.value.threadRootId),
      };
    case "reactionAdded":
      return { type: "reaction_added", ...aMessage(body.value.messageId), emoji: body.value.emoji };
    case "reactionRemoved":
      return { type: "reaction_removed", ...aMessage(body.value.messageId), emoji: body.value.emoji };
    case "messagePinned":
      return { type: "pinned", ...aMessage(body.value.messageId) };
    case "messageUnpinned":
      return { type: "unpinned", ...aMessage(body.value.messageId) };
    case "linksPreviewed": {
      const previews = body.value.previews.map(previewFromProto);
      return { type: "links_previewed", ...aMessage(body.value.messageId), previews };
    }
    case "pollOptionAdded":
    case "pollTallied":
    case "pollClosed":
      return readPollEntry(body, aMessage(body.value.messageId));
    case "previewRemoved":
      return { type: "preview_removed", ...aMessage(body.value.messageId), url: body.value.url };
    case "movedToThread":
      return {
        type: "moved_to_thread",
        ...aMessage(body.value.messageId),
        threadRootId: parseId("msg", body.value.threadRootId),
        fromThreadRootId: rootFromProto(body.value.fromThreadRootId),
        authorId: parseId("usr", body.value.authorId),
        postedAt: moment(body.value.postedAt),
      };
    case "forwardWithdrawn":
      return { type: "forward_withdrawn", ...aMessage(body.value.messageId) };
    default:
      return undefined;
  }
};

function postedMessage(proto: ProtoMessage | undefined): NewMessage {
  if (proto === undefined) throw new Error("an entry says that nothing was posted");
  const threadRootId = rootFromProto(proto.threadRootId);
  return {
    id: parseId("msg", proto.id),
    channelId: parseId("chn", proto.channelId),
    authorId: parseId("usr", proto.authorId),
    clientId: proto.clientId,
    text: proto.text,
    postedAt: moment(proto.postedAt),
    mentions: mentionsFromProto(proto.mentions),
    alsoInChannel: proto.alsoInChannel,
    ...(threadRootId !== undefined && { threadRootId }),
    ...(proto.forwarded && { forwarded: forwardedFromProto(proto.forwarded) }),
    ...(proto.attachments.length > 0 && { attachments: proto.attachments.map(attachmentFromProto) }),
    ...(proto.poll && { poll: pollFromProto(proto.poll) }),
  };
}

function forwardedFromProto({ messageId, channelId, authorId, postedAt, text }: ProtoForwarded): Forwarded {
  return {
    messageId: parseId("msg", messageId),
    channelId: parseId("chn", channelId),
    authorId: parseId("usr", authorId),
    postedAt: moment(postedAt),
    text,
  };
}

function attachmentFromProto(proto: ProtoAttachment): Attachment {
  const { name, type, width, height, placeholder } = proto;
  return {
    ...{ fileId: parseId("fil", proto.fileId), name, type, bytes: Number(proto.bytes) },
    ...(width > 0 && { picture: { width, height, placeholder } }),
  };
}

const previewFromProto = ({ url, title, description, siteName }: LinkPreview): LinkPreview => ({
  ...{ url, title, description, siteName },
});

function mentionsFromProto(proto: Omit<ProtoMentions, "$typeName"> = NOBODY): Mentions {
  const { userIds, groupIds, channel, here } = proto;
  return {
    userIds: userIds.map((id) => parseId("usr", id)),
    groupIds: groupIds.map((id) => parseId("grp", id)),
    ...{ channel, here },
  };
}

const NOBODY = { userIds: [], groupIds: [], channel: false, here: false };

function rootFromProto(id: string): MessageId | undefined {
  return id === "" ? undefined : parseId("msg", id);
}

function moment(at: Timestamp | undefined): Date {
  if (at === undefined) throw new Error("an entry has no time");
  return timestampDate(at);
}
