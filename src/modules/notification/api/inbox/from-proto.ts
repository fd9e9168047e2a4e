import { timestampDate } from "@bufbuild/protobuf/wkt";
import type { UpdateNotificationsRequest } from "../../../../../gen/chatter/notification/inbox/v1/inbox_pb.js";
import { Cause as ProtoCause } from "../../../../../gen/chatter/notification/inbox/v1/notification_pb.js";
import {
  type NotificationSettings,
  Level as ProtoLevel,
} from "../../../../../gen/chatter/notification/inbox/v1/settings_pb.js";
import { isId } from "../../../../kernel/ids.ts";
import type { InboxChange, InboxPlace } from "../../application/inbox/personal-ports.ts";
import { refuse } from "../../domain/errors.ts";
import type { Level } from "../../domain/inbox/level.ts";
import type { Cause } from "../../domain/inbox/reason.ts";
import type { Settings } from "../../domain/inbox/settings.ts";

/** The rules of the request let no unspecified one through. */
export function causeFromProto(cause: ProtoCause): Cause {
  switch (cause) {
    case ProtoCause.KEYWORD:
      return "keyword";
    case ProtoCause.REPLY:
      return "reply";
    case ProtoCause.REACTION:
      return "reaction";
    case ProtoCause.DIRECT:
      return "direct";
    case ProtoCause.MESSAGE:
      return "message";
    case ProtoCause.INVITATION:
      return "invitation";
    case ProtoCause.REMINDER:
      return "reminder";
    case ProtoCause.ANNOUNCEMENT:
      return "announcement";
    case ProtoCause.MENTION:
    case ProtoCause.UNSPECIFIED:
      return "mention";
  }
}

/** The rules of the request want one. */
export function changeFromProto(change: UpdateNotificationsRequest["change"]): InboxChange {
  switch (change.case) {
    case "done":
      return { kind: "done", done: change.value };
    case "snoozeUntil":
      return { kind: "snoozed", until: timestampDate(change.value) };
    case "read":
      return { kind: "read", read: change.value };
    case undefined:
      return { kind: "read", read: true };
  }
}

export function levelFromProto(level: ProtoLevel): Level | undefined {
  switch (level) {
    case ProtoLevel.UNSPECIFIED:
      return undefined;
    case ProtoLevel.EVERYTHING:
      return "everything";
    case ProtoLevel.MENTIONS:
      return "mentions";
    case ProtoLevel.NOTHING:
      return "nothing";
  }
}

export function settingsFromProto({ level, keywords, schedule }: NotificationSettings): Settings {
  return {
    level: levelFromProto(level),
    keywords,
    schedule: schedule && {
      days: new Set(schedule.days.map((day) => day - 1)),
      from: schedule.fromMinute,
      to: schedule.toMinute,
      timezone: schedule.timezone,
    },
  };
}

export function pageToken(place: InboxPlace | undefined): string {
  return place === undefined
    ? ""
    : Buffer.from(`${place.raisedAt.getTime()} ${place.id}`).toString("base64url");
}

/** Throws PAGE_TOKEN_MALFORMED; an empty token is the first page. */
export function parsePageToken(token: string): InboxPlace | undefined {
  if (token === "") return undefined;
  const [, at, id = ""] = /^(\d{1,15}) (.*)$/.exec(Buffer.from(token, "base64url").toString()) ?? [];
  if (!isId("ntf", id)) throw refuse("PAGE_TOKEN_MALFORMED");
  return { raisedAt: new Date(Number(at)), id };
}
