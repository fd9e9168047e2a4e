import type { ChannelModule } from "../modules/channel/index.ts";
import type { MessageModule } from "../modules/message/index.ts";
import type { createNotificationModule } from "../modules/notification/index.ts";
import type { UserModule } from "../modules/user/index.ts";
import type { Engines } from "./engines.ts";

type NotificationDeps = Parameters<typeof createNotificationModule>[0];

interface Siblings {
  readonly user: UserModule;
  readonly channel: ChannelModule;
  readonly message: MessageModule;
}

/** What deciding who is told of what asks of the other contexts. */
export function inboxNeeds(
  { bus, signals, streams }: Pick<Engines, "bus" | "signals" | "streams">,
  { user, channel: { channels }, message }: Siblings,
): Pick<
  NotificationDeps,
  "events" | "messages" | "rooms" | "circles" | "roster" | "positions" | "threads" | "reminded"
> {
  return {
    events: bus,
    circles: user.users,
    roster: user.users,
    reminded: signals.topic("reminded"),
    positions: {
      async of(id) {
        const memberships = await channels.membershipsOf(id);
        return new Map(memberships.map(({ channelId, readSeq }) => [channelId, readSeq]));
      },
    },
    threads: {
      unread: message.unreadReplies,
      head: async (id) => (await streams.heads([id])).get(id)?.head ?? 0n,
    },
    messages: {
      current: async (ids) =>
        (await message.current(ids)).map(({ message: told, reactions }) => ({
          ...told,
          threadRootId: told.threadRootId,
          fileNames: (told.attachments ?? []).map(({ name }) => name),
          reactions,
        })),
    },
    rooms: {
      async find(id) {
        const found = await channels.describe(id);
        return (
          found && { orgId: found.orgId, direct: found.kind === "direct" || found.kind === "group_direct" }
        );
      },
      among: async (id, people) => (await channels.membersAmong(id, people)).map(toRoomMember),
      members: async (id, page) => (await channels.members(id, page)).map(toRoomMember),
    },
  };
}

type MemberLevel = Awaited<ReturnType<ChannelModule["channels"]["membersAmong"]>>[number];

const toRoomMember = ({ userId, notificationLevel }: MemberLevel) => ({
  userId,
  level: notificationLevel === "default" ? undefined : notificationLevel,
});
