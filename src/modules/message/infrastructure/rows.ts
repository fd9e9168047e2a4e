import type { Selectable } from "kysely";
import { sortNamed } from "../domain/mentions.ts";
import type { Message, ThreadSummary } from "../domain/message.ts";
import type { Poll } from "../domain/poll.ts";
import { toAttachment } from "./attachments.ts";
import type { MessageTable, PollColumn } from "./schema.ts";

/** The columns of a message; the others serve erasure and indexes. */
export const messageColumns = [
  "id",
  "channel_id",
  "seq",
  "author_id",
  "client_id",
  "body",
  "posted_at",
  "mentioned",
  "mentions_channel",
  "mentions_here",
  "thread_root_id",
  "also_in_channel",
  "forwarded",
  "reply_count",
  "last_reply_at",
  "recent_repliers",
  "edited_at",
  "deleted_at",
  "pinned_by",
  "pinned_at",
  "previews",
  "attachments",
  "poll",
] as const satisfies readonly (keyof MessageTable)[];

export type MessageRow = Pick<Selectable<MessageTable>, (typeof messageColumns)[number]>;

export function toMessage(row: MessageRow): Message {
  const thread = threadOf(row);
  return {
    id: row.id,
    channelId: row.channel_id,
    seq: row.seq,
    authorId: row.author_id,
    clientId: row.client_id,
    text: row.body,
    postedAt: row.posted_at,
    mentions: { ...sortNamed(row.mentioned), channel: row.mentions_channel, here: row.mentions_here },
    alsoInChannel: row.also_in_channel,
    ...(row.thread_root_id !== null && { threadRootId: row.thread_root_id }),
    ...(thread !== undefined && { thread }),
    ...(row.edited_at !== null && { editedAt: row.edited_at }),
    ...(row.deleted_at !== null && { deletedAt: row.deleted_at }),
    ...(row.pinned_by !== null &&
      row.pinned_at !== null && { pin: { by: row.pinned_by, at: row.pinned_at } }),
    ...besidesText(row),
  };
}

/** What few messages have. */
function besidesText(row: MessageRow): Pick<Message, "forwarded" | "previews" | "attachments" | "poll"> {
  return {
    ...(row.forwarded !== null && {
      forwarded: { ...row.forwarded, postedAt: new Date(row.forwarded.postedAt) },
    }),
    ...(row.previews !== null && { previews: row.previews }),
    ...(row.attachments !== null && { attachments: row.attachments.map(toAttachment) }),
    ...(row.poll !== null && { poll: toPoll(row.poll) }),
  };
}

const momentOf = (text: string | null): Date | undefined => (text === null ? undefined : new Date(text));

const toPoll = ({ closesAt, closedAt, ...poll }: PollColumn): Poll => ({
  ...poll,
  closesAt: momentOf(closesAt),
  closedAt: momentOf(closedAt),
});

export const fromPoll = ({ closesAt, closedAt, ...poll }: Poll): PollColumn => ({
  ...poll,
  closesAt: closesAt?.toISOString() ?? null,
  closedAt: closedAt?.toISOString() ?? null,
});

function threadOf(row: MessageRow): ThreadSummary | undefined {
  if (row.reply_count === 0 || row.last_reply_at === null) return undefined;
  return { replyCount: row.reply_count, lastReplyAt: row.last_reply_at, recentUserIds: row.recent_repliers };
}
