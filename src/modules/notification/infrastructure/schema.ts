import type { Generated, Selectable } from "kysely";
import type {
  AnnouncementId,
  ChannelId,
  MessageId,
  NotificationId,
  OrgId,
  PushDeviceId,
  ReminderId,
  SessionId,
  UserId,
} from "../../../kernel/ids.ts";
import type { Encrypted } from "../../../platform/secrets/encryption.ts";
import type { Decision } from "../domain/inbox/decision.ts";
import type { Level } from "../domain/inbox/level.ts";
import type { Cause, FollowReason } from "../domain/inbox/reason.ts";

interface NotificationTable {
  id: NotificationId;
  user_id: UserId;
  subject: string;
  cause: Cause;
  detail: string;
  channel_id: ChannelId | null;
  message_id: MessageId | null;
  thread_root_id: MessageId | null;
  in_channel: boolean;
  seq: bigint | null;
  actor_id: UserId | null;
  body: string;
  raised_at: Date;
  listed: boolean;
  desktop: boolean;
  push: Decision["push"];
  mail: boolean;
  held: NonNullable<Decision["held"]> | null;
  read_at: Date | null;
  done_at: Date | null;
  snoozed_until: Date | null;
}

export type NotificationRow = Selectable<NotificationTable>;

export interface NotificationSchema {
  "notification.presence_settings": {
    user_id: UserId;
    setting: "active" | "away" | "do_not_disturb";
    expires_at: Date | null;
  };
  "notification.notifications": NotificationTable;
  "notification.thread_follows": {
    user_id: UserId;
    thread_root_id: MessageId;
    channel_id: ChannelId;
    following: boolean;
    because: FollowReason;
    read_seq: bigint;
  };
  "notification.settings": {
    user_id: UserId;
    org_id: OrgId;
    level: Level | null;
    schedule_days: number | null;
    schedule_from: number | null;
    schedule_to: number | null;
    timezone: string | null;
  };
  "notification.keywords": { user_id: UserId; org_id: OrgId; keyword: string };
  "notification.reminders": {
    id: ReminderId;
    user_id: UserId;
    channel_id: ChannelId;
    message_id: MessageId;
    seq: bigint;
    thread_root_id: MessageId | null;
    in_channel: boolean;
    note: string;
    due_at: Date;
  };
  "notification.announcements": {
    id: AnnouncementId;
    org_id: OrgId;
    author_id: UserId;
    body: string;
    announced_at: Date;
    told_to: Generated<UserId | "">;
  };
  "notification.mutes": { user_id: UserId; channel_id: ChannelId; until: Date };
  "notification.org_defaults": { org_id: OrgId; level: Level };
  "notification.progress": { channel_id: ChannelId; seq: bigint };
  "notification.begun": { at: Date };
  "notification.vapid_keys": {
    id: "vapid";
    public_key: Buffer;
    private_key: Encrypted;
  };
  "notification.push_devices": PushDeviceRow;
  "notification.deliveries": {
    notification_id: NotificationId;
    device_id: PushDeviceId;
    user_id: UserId;
    state: Generated<DeliveryState>;
    reason: Generated<string>;
    tries: Generated<number>;
    due_at: Date;
    planned_at: Date;
    settled_at: Date | null;
    closed_at: Date | null;
  };
}

type DeliveryState = "waiting" | "delivered" | "passed" | "failed";

export interface PushDeviceRow {
  id: PushDeviceId;
  user_id: UserId;
  org_id: OrgId;
  session_id: SessionId;
  endpoint: string;
  p256dh: Buffer;
  auth: Buffer;
  user_agent: string;
  language: string;
  added_at: Date;
  last_delivered_at: Date | null;
}
