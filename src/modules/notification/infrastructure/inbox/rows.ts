import { type GroupId, isId } from "../../../../kernel/ids.ts";
import type { Kept } from "../../domain/inbox/notification.ts";
import type { Calling, FollowReason, Reason } from "../../domain/inbox/reason.ts";
import type { NotificationRow } from "../schema.ts";

export function toNotification(row: NotificationRow): Kept {
  const { channel_id, seq, message_id } = row;
  const message = message_id === null ? undefined : messageOf(row, message_id);
  return {
    id: row.id,
    userId: row.user_id,
    reason: toReason(row),
    place:
      channel_id === null || seq === null
        ? undefined
        : { channelId: channel_id, seq, ...(message && { message }) },
    actorId: row.actor_id ?? undefined,
    text: row.body,
    raisedAt: row.raised_at,
    decision: {
      listed: row.listed,
      desktop: row.desktop,
      push: row.push,
      mail: row.mail,
      held: row.held ?? undefined,
    },
    readAt: row.read_at ?? undefined,
    doneAt: row.done_at ?? undefined,
    snoozedUntil: row.snoozed_until ?? undefined,
  };
}

const messageOf = (row: NotificationRow, id: NonNullable<NotificationRow["message_id"]>) => ({
  id,
  threadRootId: row.thread_root_id ?? undefined,
  inChannel: row.in_channel,
});

/** What was written by `detailOf`, which knows no other details. */
function toReason({ cause, detail }: Pick<NotificationRow, "cause" | "detail">): Reason {
  switch (cause) {
    case "mention":
      return { cause, by: callingIn(detail) };
    case "keyword":
      return { cause, keyword: detail };
    case "reply":
      return { cause, following: followingIn(detail) };
    case "reaction":
      return { cause, emoji: detail };
    case "message":
      return { cause, chosenBy: detail === "channel" || detail === "person" ? detail : "org" };
    default:
      return { cause };
  }
}

function callingIn(detail: string): Calling {
  if (detail === "channel" || detail === "here") return detail;
  return isGroup(detail) ? detail : "name";
}

const isGroup = (detail: string): detail is GroupId => isId("grp", detail);

function followingIn(detail: string): FollowReason {
  return detail === "started" || detail === "wrote" ? detail : "chose";
}
