import { base64Encode } from "@bufbuild/protobuf/wire";
import { type Timestamp, timestampMs } from "@bufbuild/protobuf/wkt";
import type {
  Attachment as ProtoAttachment,
  Forwarded as ProtoForwarded,
  Message as ProtoMessage,
  Poll as ProtoPoll,
  ThreadSummary as ProtoThread,
} from "../../../../gen/chatter/message/v1/content_pb.js";
import {
  type Attachment,
  type Forwarded,
  keyOf,
  type LinkPreview,
  type Mentions,
  type Message,
  type Poll,
  type PollOption,
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
    previews: previewsFromProto(proto.previews),
    poll: proto.poll && pollFromProto(proto.poll),
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

export function previewsFromProto(proto: readonly LinkPreview[]): readonly LinkPreview[] | undefined {
  if (proto.length === 0) return undefined;
  return proto.map(({ url, title, description, siteName }) => ({ url, title, description, siteName }));
}

function pollFromProto({ options, closesAt, closedAt, ...poll }: ProtoPoll): Poll {
  const { multiple, anonymous, open, voters } = poll;
  const ends = { closesAt: msOf(closesAt), closedAt: msOf(closedAt) };
  return { ...{ multiple, anonymous, open, voters }, ...ends, options: options.map(optionFromProto) };
}

export const optionFromProto = ({ id, text, votes }: PollOption): PollOption => ({ id, text, votes });

export function msOf(moment: Timestamp | undefined): number | undefined {
  return moment && timestampMs(moment);
}

function forwardedFromProto({ messageId, channelId, authorId, postedAt, text }: ProtoForwarded): Forwarded {
  return { messageId, channelId, authorId, postedAt: msOf(postedAt) ?? 0, text };
}

function threadFromProto({ replyCount, lastReplyAt, recentUserIds }: ProtoThread): ThreadSummary {
  return { replyCount, lastReplyAt: msOf(lastReplyAt) ?? 0, recentUserIds };
}
