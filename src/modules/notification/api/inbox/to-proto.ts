import { create, type MessageInitShape, toBinary } from "@bufbuild/protobuf";
import { timestampFromDate } from "@bufbuild/protobuf/wkt";
import {
  NotificationsRaisedSchema,
  NotificationsWithdrawnSchema,
  NotificationsRaised_Push as Push,
} from "../../../../../gen/chatter/notification/events/v1/events_pb.js";
import {
  Hold,
  type NotificationSchema,
  Cause as ProtoCause,
  type ThreadFollowSchema,
} from "../../../../../gen/chatter/notification/inbox/v1/notification_pb.js";
import { Level as ProtoLevel } from "../../../../../gen/chatter/notification/inbox/v1/settings_pb.js";
import { EntrySchema } from "../../../../../gen/chatter/stream/v1/entry_pb.js";
import type { UserId } from "../../../../kernel/ids.ts";
import { publish } from "../../../../platform/rpc/events.ts";
import type { Listed } from "../../application/inbox/list-notifications.ts";
import type { Decision } from "../../domain/inbox/decision.ts";
import type { Level } from "../../domain/inbox/level.ts";
import type { Kept, Notification, Place } from "../../domain/inbox/notification.ts";
import { type Cause, detailOf } from "../../domain/inbox/reason.ts";
import type { Reminder } from "../../domain/inbox/reminder.ts";
import type { Settings } from "../../domain/inbox/settings.ts";
import type { Follow } from "../../domain/inbox/thread-follow.ts";
import type { InboxEncoder } from "../../infrastructure/inbox/notifications.ts";

const CAUSES: Readonly<Record<Cause, ProtoCause>> = {
  mention: ProtoCause.MENTION,
  keyword: ProtoCause.KEYWORD,
  reply: ProtoCause.REPLY,
  reaction: ProtoCause.REACTION,
  direct: ProtoCause.DIRECT,
  message: ProtoCause.MESSAGE,
  invitation: ProtoCause.INVITATION,
  reminder: ProtoCause.REMINDER,
  announcement: ProtoCause.ANNOUNCEMENT,
};

const HOLDS: Readonly<Record<NonNullable<Decision["held"]>, Hold>> = {
  level: Hold.LEVEL,
  muted: Hold.MUTED,
  schedule: Hold.SCHEDULE,
  do_not_disturb: Hold.DO_NOT_DISTURB,
};

const PUSHES: Readonly<Record<Decision["push"], Push>> = {
  no: Push.NO,
  at_once: Push.AT_ONCE,
  if_unread: Push.IF_UNREAD,
};

/** Where and of what; the same to devices and to those who deliver. */
function commonToProto({ place, reason, actorId, raisedAt }: Notification) {
  const { cause } = reason;
  return {
    cause: CAUSES[cause],
    ...(place && placeToProto(place)),
    ...(actorId !== undefined && { actorId }),
    raisedAt: timestampFromDate(raisedAt),
  };
}

function placeToProto({ channelId, seq, message }: Place) {
  if (message === undefined) return { channelId, seq };
  return { channelId, seq, messageId: message.id, threadRootId: message.threadRootId ?? "" };
}

function notificationToProto(kept: Kept): MessageInitShape<typeof NotificationSchema> {
  const { id, reason, text, decision, readAt, doneAt, snoozedUntil, place } = kept;
  return {
    id,
    ...commonToProto(kept),
    detail: detailOf(reason),
    text,
    read: readAt !== undefined,
    done: doneAt !== undefined,
    ...(snoozedUntil && { snoozedUntil: timestampFromDate(snoozedUntil) }),
    desktop: decision.desktop,
    listed: decision.listed,
    inChannel: place?.message?.inChannel ?? true,
    held: decision.held === undefined ? Hold.UNSPECIFIED : HOLDS[decision.held],
  };
}

export function followToProto({
  threadRootId,
  channelId,
  following,
  readSeq,
}: Follow): MessageInitShape<typeof ThreadFollowSchema> {
  return { threadRootId, channelId, following, readSeq };
}

/** What devices and those who deliver are told of notifications. */
export const inboxEncoder: InboxEncoder = {
  changed: (user, changed, removed, at) =>
    encode(user, at, {
      case: "inboxChanged",
      value: { notifications: changed.map(notificationToProto), removedIds: removed.map(({ id }) => id) },
    }),
  followed: (follow, at) =>
    encode(follow.userId, at, { case: "threadFollowChanged", value: { follow: followToProto(follow) } }),
  settingsChanged: (user, at) => encode(user, at, { case: "notificationSettingsChanged", value: {} }),
  raised: (notifications) =>
    publish(NotificationsRaisedSchema, {
      notifications: notifications.map((notification) => ({
        notificationId: notification.id,
        userId: notification.userId,
        ...commonToProto(notification),
        desktop: notification.decision.desktop,
        push: PUSHES[notification.decision.push],
        mail: notification.decision.mail,
      })),
    }),
  withdrawn: (notifications) =>
    publish(NotificationsWithdrawnSchema, {
      notifications: notifications.map(({ id, userId }) => ({ notificationId: id, userId })),
    }),
};

function encode(
  user: UserId,
  at: Date,
  body: NonNullable<MessageInitShape<typeof EntrySchema>["body"]>,
): Uint8Array {
  const entry = create(EntrySchema, { at: timestampFromDate(at), actorId: user, body });
  return toBinary(EntrySchema, entry);
}

export const LEVELS: Readonly<Record<Level, ProtoLevel>> = {
  everything: ProtoLevel.EVERYTHING,
  mentions: ProtoLevel.MENTIONS,
  nothing: ProtoLevel.NOTHING,
};

export const listedToProto = ({ read, fileNames, ...kept }: Listed) => ({
  ...notificationToProto(kept),
  read,
  fileNames: [...fileNames],
});

export function settingsToProto({ level, keywords, schedule }: Settings) {
  return {
    level: level === undefined ? ProtoLevel.UNSPECIFIED : LEVELS[level],
    keywords: [...keywords],
    ...(schedule && {
      schedule: {
        days: [...schedule.days].toSorted((a, b) => a - b).map((day) => day + 1),
        fromMinute: schedule.from,
        toMinute: schedule.to,
        timezone: schedule.timezone,
      },
    }),
  };
}

export const reminderToProto = ({ id, place, note, dueAt }: Reminder) => ({
  id,
  messageId: place.message.id,
  channelId: place.channelId,
  note,
  dueAt: timestampFromDate(dueAt),
});
