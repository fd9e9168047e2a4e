import { timeOfId } from "../../kernel/ids.ts";
import type { ChannelModule } from "../../modules/channel/index.ts";
import type { MessageModule } from "../../modules/message/index.ts";
import type { ExportLine } from "../../modules/user/index.ts";

type Channel = Awaited<ReturnType<ChannelModule["roll"]["channels"]>>[number];
type Member = Awaited<ReturnType<ChannelModule["roll"]["members"]>>[number];
type HistoryTaker = Parameters<MessageModule["histories"]["read"]>[1];
type WholeMessage = Parameters<HistoryTaker["page"]>[0][number];

// The format is described in docs/export.md. What is undefined is left out of a line.
const VERSION = 1;

export function channelLine(channel: Channel): ExportLine {
  return {
    type: "channel",
    version: VERSION,
    id: channel.id,
    kind: channel.kind,
    name: channel.name,
    topic: channel.topic,
    description: channel.description,
    created_by: channel.createdBy,
    created_at: timeOfId(channel.id),
    archived_at: channel.archivedAt,
    default: channel.isDefault || undefined,
    people: channel.directUserIds.length > 0 ? channel.directUserIds : undefined,
  };
}

export function memberLine({ channelId, userId, role, joinedAt }: Member): ExportLine {
  return {
    type: "member",
    version: VERSION,
    channel_id: channelId,
    user_id: userId,
    role,
    joined_at: joinedAt,
  };
}

export function messageLine({ message, earlier, reactions }: WholeMessage): ExportLine {
  const { pin, forwarded } = message;
  return {
    type: "message",
    version: VERSION,
    id: message.id,
    channel_id: message.channelId,
    seq: Number(message.seq),
    author_id: message.authorId,
    text: message.text,
    posted_at: message.postedAt,
    thread_root_id: message.threadRootId,
    also_in_channel: message.alsoInChannel || undefined,
    forwarded: forwarded && {
      message_id: forwarded.messageId,
      channel_id: forwarded.channelId,
      author_id: forwarded.authorId,
      posted_at: forwarded.postedAt,
      text: forwarded.text,
    },
    edited_at: message.editedAt,
    deleted_at: message.deletedAt,
    earlier: listUnlessEmpty(earlier.map(({ text, writtenAt }) => ({ text, written_at: writtenAt }))),
    reactions: listUnlessEmpty(reactions.map(({ emoji, userIds }) => ({ emoji, user_ids: userIds }))),
    attachments: listUnlessEmpty((message.attachments ?? []).map(attachmentOf)),
    pinned: pin && { by: pin.by, at: pin.at },
    poll: message.poll && pollOf(message.poll),
  };
}

function attachmentOf({
  fileId,
  name,
  type,
  bytes,
}: NonNullable<WholeMessage["message"]["attachments"]>[number]) {
  return { file_id: fileId, name, type, bytes };
}

const pollOf = ({ options, multiple, anonymous, closesAt, closedAt, voters }: Poll) => ({
  ...{ multiple, anonymous, voters, closes_at: closesAt, closed_at: closedAt },
  options: options.map(({ id, text, addedBy, votes }) => ({ id, text, added_by: addedBy, votes })),
});

type Poll = NonNullable<WholeMessage["message"]["poll"]>;

function listUnlessEmpty<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length > 0 ? list : undefined;
}
