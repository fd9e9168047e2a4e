import { base64Encode } from "@bufbuild/protobuf/wire";
import { type Timestamp, timestampMs } from "@bufbuild/protobuf/wkt";
import type {
  Attachment as ProtoAttachment,
  Forwarded as ProtoForwarded,
  Message as ProtoMessage,
  ThreadSummary as ProtoThread,
} from "../../../../gen/chatter/message/v1/content_pb.js";
import {
  type Attachment,
  type Forwarded,
  keyOf,
  type Mentions,
  type Message,
  type ThreadSummary,
} from "./message.ts";

export function messageFromProto(proto: ProtoMessage, me: string): Message {
  const { id, authorId, clientId, editedAt, deletedAt, pinnedAt } = proto;
  return {
    key: keyOf({ id, authorId, clientId }, me),
    id,
    channelId: proto.channelId,
    seq: Number(proto.seq),
    authorId,
    clientId,
    text: proto.text,
    postedAt: msOf(proto.postedAt) ?? 0,
    mentions: mentionsFromProto(proto.mentions),
    threadRootId: proto.threadRootId === "" ? undefined : proto.threadRootId,
    alsoInChannel: proto.alsoInChannel,
    thread: proto.thread && threadFromProto(proto.thread),
    reactions: proto.reactions.map(({ emoji, count, userIds, mine }) => ({ emoji, count, userIds, mine })),
    editedAt: msOf(editedAt),
    deletedAt: msOf(deletedAt),
    pin: pinnedAt && { by: proto.pinnedBy, at: timestampMs(pinnedAt) },
    forwarded: proto.forwarded && forwardedFromProto(proto.forwarded),
    sending: undefined,
    ...(proto.attachments.length > 0 && { attachments: proto.attachments.map(attachmentFromProto) }),
  };
}

function attachmentFromProto(proto: ProtoAttachment): Attachment {
  const { fileId, name, type, width, height, placeholder } = proto;
  const picture = width > 0 ? { width, height, placeholder: base64Encode(placeholder) } : undefined;
  return { fileId, name, type, bytes: Number(proto.bytes), picture };
}

export function mentionsFromProto(proto: Mentions | undefined): Mentions {
  const { userIds = [], groupIds = [], channel = false, here = false } = proto ?? {};
  return { userIds, groupIds, channel, here };
}

export function msOf(moment: Timestamp | undefined): number | undefined {
  return moment && timestampMs(moment);
}

function forwardedFromProto({ messageId, channelId, authorId, postedAt, text }: ProtoForwarded): Forwarded {
  return { messageId, channelId, authorId, postedAt: msOf(postedAt) ?? 0, text };
}

function threadFromProto({ replyCount, lastReplyAt, recentUserIds }: ProtoThread): ThreadSummary {
  return { replyCount, lastReplyAt: msOf(lastReplyAt) ?? 0, recentUserIds };
}
