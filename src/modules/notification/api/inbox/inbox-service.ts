import { timestampDate, timestampFromDate } from "@bufbuild/protobuf/wkt";
import type { ConnectRouter, HandlerContext, ServiceImpl } from "@connectrpc/connect";
import {
  InboxService,
  ListNotificationsRequest_State as State,
} from "../../../../../gen/chatter/notification/inbox/v1/inbox_pb.js";
import type { Ids } from "../../../../kernel/ids.ts";
import { parseId } from "../../../../kernel/ids.ts";
import { channelResource } from "../../../../platform/authz/authorizer.ts";
import type { Gate } from "../../../../platform/rpc/gate.ts";
import {
  type FollowThreadsDeps,
  followThread,
  getThreadFollow,
  listThreadFollows,
  markThreadRead,
  markThreadUnread,
} from "../../application/inbox/follow-threads.ts";
import { type ListNotificationsDeps, listNotifications } from "../../application/inbox/list-notifications.ts";
import type { Announcements, InboxQuery, Reminders } from "../../application/inbox/personal-ports.ts";
import { addReminder, type RemindDeps } from "../../application/inbox/remind.ts";
import { refuse } from "../../domain/errors.ts";
import { causeFromProto, changeFromProto, pageToken, parsePageToken } from "./from-proto.ts";
import { followToProto, listedToProto, reminderToProto } from "./to-proto.ts";

export interface InboxServiceDeps extends ListNotificationsDeps, FollowThreadsDeps, RemindDeps {
  readonly gate: Gate;
  readonly ids: Ids;
  readonly reminders: Reminders;
  readonly announcements: Announcements;
  readonly follows: FollowThreadsDeps["follows"];
}

type Service = ServiceImpl<typeof InboxService>;

const PAGE = 30;

const STATES: Readonly<Record<State, InboxQuery["state"]>> = {
  [State.UNSPECIFIED]: "open",
  [State.SNOOZED]: "snoozed",
  [State.DONE]: "done",
};

/** Serves InboxService. */
export function inboxRoutes(deps: InboxServiceDeps): (router: ConnectRouter) => void {
  const service: Service = { ...listMethods(deps), ...threadMethods(deps), ...laterMethods(deps) };
  return (router) => router.service(InboxService, service);
}

function listMethods(deps: InboxServiceDeps): Pick<Service, "listNotifications" | "updateNotifications"> {
  const { gate, clock } = deps;
  return {
    async listNotifications({ state, causes, pageSize = PAGE, pageToken: token }, context) {
      const actor = await gate.self(context);
      const { notifications, next } = await listNotifications(deps, actor, {
        state: STATES[state],
        causes: causes.map(causeFromProto),
        after: parsePageToken(token),
        limit: pageSize,
      });
      return { notifications: notifications.map(listedToProto), nextPageToken: pageToken(next) };
    },
    async updateNotifications({ notificationIds, change }, context) {
      const { userId } = await gate.self(context);
      const ids = notificationIds.map((id) => parseId("ntf", id));
      await deps.inboxes.change(userId, ids, changeFromProto(change), clock.now());
      return {};
    },
  };
}

/** A message is gated by its channel; one that does not exist and one that may not be seen look alike. */
async function enterMessage({ gate, messages }: InboxServiceDeps, context: HandlerContext, id: string) {
  const [message] = await messages.current([parseId("msg", id)]);
  if (message === undefined) {
    await gate.self(context);
    throw refuse("MESSAGE_NOT_FOUND");
  }
  return { actor: await gate(context, "read", channelResource(message.channelId)), message };
}

function threadMethods(
  deps: InboxServiceDeps,
): Pick<
  Service,
  "listThreadFollows" | "getThreadFollow" | "followThread" | "markThreadRead" | "markThreadUnread"
> {
  return {
    async listThreadFollows(_request, context) {
      const actor = await deps.gate.self(context);
      const threads = await listThreadFollows(deps, actor);
      return {
        threads: threads.map(({ follow, unread, lastReplyAt }) => ({
          follow: followToProto(follow),
          unread,
          ...(lastReplyAt && { lastReplyAt: timestampFromDate(lastReplyAt) }),
        })),
      };
    },
    async getThreadFollow({ threadRootId }, context) {
      const { actor, message } = await enterMessage(deps, context, threadRootId);
      return { follow: followToProto(await getThreadFollow(deps, actor, message)) };
    },
    async followThread({ threadRootId, following }, context) {
      const { actor, message: root } = await enterMessage(deps, context, threadRootId);
      return { follow: followToProto(await followThread(deps, actor, { root, following })) };
    },
    async markThreadRead({ threadRootId, seq }, context) {
      const { actor, message: root } = await enterMessage(deps, context, threadRootId);
      return { follow: followToProto(await markThreadRead(deps, actor, { root, seq })) };
    },
    async markThreadUnread({ threadRootId, seq }, context) {
      const { actor, message: root } = await enterMessage(deps, context, threadRootId);
      return { follow: followToProto(await markThreadUnread(deps, actor, { root, seq })) };
    },
  };
}

function laterMethods(
  deps: InboxServiceDeps,
): Pick<Service, "addReminder" | "listReminders" | "removeReminder" | "announce"> {
  const { gate, clock, ids, reminders, announcements } = deps;
  return {
    async addReminder({ messageId, note, dueAt }, context) {
      const { actor, message } = await enterMessage(deps, context, messageId);
      const wish = { message, note, dueAt: dueAt === undefined ? clock.now() : timestampDate(dueAt) };
      return { reminder: reminderToProto(await addReminder(deps, actor, wish)) };
    },
    async listReminders(_request, context) {
      const { userId } = await gate.self(context);
      return { reminders: (await reminders.list(userId)).map(reminderToProto) };
    },
    async removeReminder({ reminderId }, context) {
      const { userId } = await gate.self(context);
      await reminders.remove(userId, parseId("rem", reminderId));
      return {};
    },
    async announce({ text }, context) {
      const { userId: authorId, orgId } = await gate.org(context, "manage");
      const id = ids.next("ann");
      await announcements.add({ id, orgId, authorId, text: text.trim(), at: clock.now() });
      return { announcementId: id };
    },
  };
}
