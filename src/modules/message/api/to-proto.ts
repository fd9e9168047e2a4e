import { create } from "@bufbuild/protobuf";
import { timestampFromDate } from "@bufbuild/protobuf/wkt";
import {
  LinkPreviewSchema,
  MessageSchema,
  type Message as ProtoMessage,
  type Reaction as ProtoReaction,
  ReactionSchema,
} from "../../../../gen/chatter/message/v1/content_pb.js";
import {
  DraftSchema,
  type Draft as ProtoDraft,
  type Unread as ProtoUnread,
  UnreadSchema,
} from "../../../../gen/chatter/message/v1/message_pb.js";
import type { Draft, MessageView, UnreadCount } from "../application/ports.ts";
import type { Attachment } from "../domain/attachment.ts";
import type { Mentions } from "../domain/mentions.ts";
import type { Forwarded, NewMessage } from "../domain/message.ts";
import type { Poll } from "../domain/poll.ts";
import type { Reaction } from "../domain/reaction.ts";

export function viewToProto({ message, reactions }: MessageView): ProtoMessage {
  const proto = messageToProto(message);
  proto.seq = message.seq;
  proto.reactions = reactions.map(reactionToProto);
  if (message.thread !== undefined) {
    const { replyCount, lastReplyAt, recentUserIds } = message.thread;
    proto.thread = {
      $typeName: "chatter.message.v1.ThreadSummary",
      replyCount,
      lastReplyAt: timestampFromDate(lastReplyAt),
      recentUserIds: [...recentUserIds],
    };
  }
  if (message.editedAt !== undefined) proto.editedAt = timestampFromDate(message.editedAt);
  if (message.deletedAt !== undefined) proto.deletedAt = timestampFromDate(message.deletedAt);
  if (message.pin !== undefined) {
    proto.pinnedBy = message.pin.by;
    proto.pinnedAt = timestampFromDate(message.pin.at);
  }
  if (message.previews !== undefined) {
    proto.previews = message.previews.shown.map((shown) => create(LinkPreviewSchema, shown));
  }
  return proto;
}

/** The message as it was posted; its seq is told by whatever carries it. */
export function messageToProto(message: NewMessage): ProtoMessage {
  return create(MessageSchema, {
    id: message.id,
    channelId: message.channelId,
    authorId: message.authorId,
    text: message.text,
    postedAt: timestampFromDate(message.postedAt),
    clientId: message.clientId,
    mentions: mentionsToProto(message.mentions),
    threadRootId: message.threadRootId ?? "",
    alsoInChannel: message.alsoInChannel,
    ...(message.forwarded && { forwarded: forwardedToProto(message.forwarded) }),
    attachments: (message.attachments ?? []).map(attachmentToProto),
    ...(message.poll && { poll: pollToProto(message.poll) }),
  });
}

function forwardedToProto({ postedAt, ...source }: Forwarded) {
  return { ...source, postedAt: timestampFromDate(postedAt) };
}

function attachmentToProto({ fileId, name, type, bytes, picture }: Attachment) {
  return { fileId, name, type, bytes: BigInt(bytes), ...picture };
}
const pollToProto = ({ options, closesAt, closedAt, ...poll }: Poll) => ({
  ...poll,
  options: options.map((option) => ({ ...option })),
  ...(closesAt && { closesAt: timestampFromDate(closesAt) }),
  ...(closedAt && { closedAt: timestampFromDate(closedAt) }),
});

export function mentionsToProto(mentions: Mentions) {
  const { userIds, groupIds, channel, here } = mentions;
  return { userIds: [...userIds], groupIds: [...groupIds], channel, here };
}

function reactionToProto({ emoji, count, userIds, mine }: Reaction): ProtoReaction {
  return create(ReactionSchema, { emoji, count, userIds: [...userIds], mine });
}

export function unreadToProto({ latestAt, ...counts }: UnreadCount): ProtoUnread {
  return create(UnreadSchema, { ...counts, ...(latestAt && { latestAt: timestampFromDate(latestAt) }) });
}

export function draftToProto(draft: Draft): ProtoDraft {
  return create(DraftSchema, {
    channelId: draft.channelId,
    threadRootId: draft.threadRootId ?? "",
    text: draft.text,
    updatedAt: timestampFromDate(draft.updatedAt),
  });
}
