import type { Actor } from "../../../../kernel/actor.ts";
import type { Clock } from "../../../../kernel/clock.ts";
import { isRead, type Kept } from "../../domain/inbox/notification.ts";
import type { Inboxes, InboxPlace, InboxQuery, Positions, ThreadFollows } from "./personal-ports.ts";
import type { Messages } from "./ports.ts";

export interface ListNotificationsDeps {
  readonly clock: Clock;
  readonly inboxes: Inboxes;
  readonly positions: Positions;
  readonly follows: Pick<ThreadFollows, "positions">;
  readonly messages: Messages;
}

export interface Listed extends Kept {
  readonly read: boolean;
  /** Of its message. */
  readonly fileNames: readonly string[];
}

export interface InboxPage {
  readonly notifications: readonly Listed[];
  /** Undefined on the last page. */
  readonly next: InboxPlace | undefined;
}

/** A page of somebody's inbox: what is said is as it is now, and read is what they read anywhere. */
export async function listNotifications(
  deps: ListNotificationsDeps,
  { userId }: Actor,
  query: Pick<InboxQuery, "state" | "causes" | "after" | "limit">,
): Promise<InboxPage> {
  const page = await deps.inboxes.page({ ...query, of: userId, now: deps.clock.now() });
  const told = page.flatMap(({ place }) => place?.message ?? []);
  const [channels, threads, messages] = await Promise.all([
    deps.positions.of(userId),
    deps.follows.positions(
      userId,
      told.flatMap(({ threadRootId }) => threadRootId ?? []),
    ),
    deps.messages.current([...new Set(told.map(({ id }) => id))]),
  ]);
  const byId = new Map(messages.map((message) => [message.id, message]));
  return {
    notifications: page.map((kept) => {
      const { place } = kept;
      const { id, threadRootId } = place?.message ?? {};
      const reached = {
        channel: (place && channels.get(place.channelId)) ?? 0n,
        thread: (threadRootId && threads.get(threadRootId)) ?? 0n,
      };
      const { text = kept.text, fileNames = [] } = { ...(id && byId.get(id)) };
      return { ...kept, text, fileNames, read: isRead(kept, reached) };
    }),
    next: page.length === query.limit ? page.at(-1) : undefined,
  };
}
