import type { ColumnType, Generated, GeneratedAlways } from "kysely";
import type { ChannelId, GroupId, MessageId, OrgId, ScheduledId, UserId } from "../../../kernel/ids.ts";
import type { Poll } from "../domain/poll.ts";
import type { Previews } from "../domain/previews.ts";
import type { StoredAttachment } from "./attachments.ts";

/** As JSON: moments as text. */
export interface ForwardedColumn {
  readonly messageId: MessageId;
  readonly channelId: ChannelId;
  readonly authorId: UserId;
  readonly postedAt: string;
  readonly text: string;
}

export interface MessageTable {
  id: MessageId;
  channel_id: ChannelId;
  seq: bigint;
  author_id: UserId;
  client_id: string;
  body: string;
  posted_at: Date;
  /** People and groups. */
  mentioned: Generated<(UserId | GroupId)[]>;
  mentions_channel: Generated<boolean>;
  mentions_here: Generated<boolean>;
  thread_root_id: MessageId | null;
  also_in_channel: Generated<boolean>;
  forwarded: ForwardedColumn | null;
  reply_count: Generated<number>;
  last_reply_at: Date | null;
  recent_repliers: Generated<UserId[]>;
  reaction_count: Generated<number>;
  edited_at: Date | null;
  edit_seqs: Generated<bigint[]>;
  deleted_at: Date | null;
  pinned_by: UserId | null;
  pinned_at: Date | null;
  previews: Previews | null;
  /** JSON. */
  attachments: ColumnType<readonly StoredAttachment[] | null, string | null, string | null>;
  poll: PollColumn | null;
  further_seqs: Generated<bigint[]>;
  listed: GeneratedAlways<boolean>;
}

export interface RetentionRow {
  org_id: OrgId;
  days: number | null;
  channels_may_differ: boolean;
  changed_by: UserId;
  changed_at: Date;
}

export interface ChannelRetentionRow {
  channel_id: ChannelId;
  org_id: OrgId;
  days: number | null;
  changed_by: UserId;
  changed_at: Date;
}

export interface ScheduledTable {
  id: ScheduledId;
  user_id: UserId;
  org_id: OrgId;
  channel_id: ChannelId;
  thread_root_id: MessageId | null;
  also_in_channel: boolean;
  body: string;
  send_at: Date;
  due_at: Date;
  claimed: boolean;
  failure: string | null;
}

/** A poll as JSON has it. */
export interface PollColumn extends Omit<Poll, "closesAt" | "closedAt"> {
  readonly closesAt: string | null;
  readonly closedAt: string | null;
}

export interface PreviewTaskTable {
  message_id: MessageId;
  channel_id: ChannelId;
  due_at: Date;
  tries: Generated<number>;
}

export interface MessageSchema {
  "message.messages": MessageTable;
  "message.reactions": { message_id: MessageId; emoji: string; user_id: UserId; seq: bigint };
  "message.mentions": { user_id: string; channel_id: ChannelId; seq: bigint; author_id: UserId };
  "message.drafts": {
    user_id: UserId;
    channel_id: ChannelId;
    thread_root_id: MessageId | "";
    body: string;
    updated_at: Date;
  };
  "message.saved": {
    user_id: UserId;
    message_id: MessageId;
    channel_id: ChannelId;
    saved_at: Date;
    done_at: Date | null;
  };
  "message.scheduled": ScheduledTable;
  "message.votes": { message_id: MessageId; user_id: UserId; option_id: number; voted_at: Date };
  "message.preview_tasks": PreviewTaskTable;
  "message.preview_settings": { org_id: OrgId; enabled: boolean; changed_by: UserId; changed_at: Date };
  "message.retention": RetentionRow;
  "message.channel_retention": ChannelRetentionRow;
  "message.search": { message_id: MessageId; channel_id: ChannelId; at: Date; lexemes: string };
  "message.search_segments": { segment: number; from_at: Date; latest_at: Date; messages: number };
  "message.search_progress": { channel_id: ChannelId; seq: bigint };
}
