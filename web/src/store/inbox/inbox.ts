import { timestampFromMs } from "@bufbuild/protobuf/wkt";
import type { Transport } from "@connectrpc/connect";
import { createStore } from "zustand/vanilla";
import { InboxService } from "../../../../gen/chatter/notification/inbox/v1/inbox_pb.js";
import { Cause, type Notification } from "../../../../gen/chatter/notification/inbox/v1/notification_pb.js";
import { createUnaryClient, type UnaryClient } from "../../api/unary-client.ts";
import type { LogEntry } from "../../realtime/streams.ts";
import { msOf } from "../log/from-proto.ts";
import type { Workspace } from "../workspace.ts";

/** What becomes of a notification. */
export type InboxChange =
  | { readonly kind: "read" | "done"; readonly holds: boolean }
  | { readonly kind: "snoozed"; readonly until: number };

interface InboxState {
  /** Those that are open or put off, by id; the latest hundred. */
  readonly open: ReadonlyMap<string, Notification>;
  /** How far this person has read in threads, as far as it was told here. */
  readonly threads: ReadonlyMap<string, bigint>;
  /** When something was told last, in milliseconds since 1970: what is put off beyond it does not count. */
  readonly at: number;
}

const AT_MOST = 100;

/** What concerns this person, kept up on all their devices: the number beside the inbox comes from it. */
export class Inbox {
  readonly store = createStore<InboxState>(() => ({ open: new Map(), threads: new Map(), at: 0 }));
  readonly api: UnaryClient<typeof InboxService>;

  constructor(api: UnaryClient<typeof InboxService>) {
    this.api = api;
  }

  /** Reads it; what cannot be read now comes with the next connection. */
  async read(): Promise<void> {
    const { notifications } = await this.api.listNotifications({ pageSize: AT_MOST });
    this.store.setState({ open: new Map(notifications.map((one) => [one.id, one])), at: Date.now() });
  }

  /** Takes an entry of the person's own stream. */
  applied({ body }: LogEntry): void {
    if (body.case === "threadFollowChanged" && body.value.follow !== undefined) {
      const { threadRootId, readSeq } = body.value.follow;
      const threads = new Map(this.store.getState().threads).set(threadRootId, readSeq);
      this.store.setState({ threads });
    }
    if (body.case !== "inboxChanged") return;
    const open = new Map(this.store.getState().open);
    for (const id of body.value.removedIds) open.delete(id);
    for (const one of body.value.notifications) {
      if (one.listed && !one.done) open.set(one.id, one);
      else open.delete(one.id);
    }
    this.store.setState({ open, at: Date.now() });
  }

  /** Rejects if the server refuses. The person's own stream tells of it, here too. */
  async change(notificationIds: readonly string[], change: InboxChange): Promise<void> {
    await this.api.updateNotifications({
      notificationIds: [...notificationIds],
      change:
        change.kind === "snoozed"
          ? { case: "snoozeUntil", value: timestampFromMs(change.until) }
          : { case: change.kind, value: change.holds },
    });
  }
}

/** What has to be known to tell whether something was read elsewhere. */
export interface Reached {
  readonly channel: (channelId: string) => bigint;
  readonly thread: (threadRootId: string) => bigint;
}

/** As the server tells it: what was said is read where it was said, all else in the inbox. */
export function isRead(one: Notification, { channel, thread }: Reached): boolean {
  if (one.read) return true;
  if (one.messageId === "" || one.cause === Cause.REACTION || one.cause === Cause.REMINDER) return false;
  if (one.threadRootId !== "" && one.seq <= thread(one.threadRootId)) return true;
  return one.inChannel && one.seq <= channel(one.channelId);
}

/** How many wait to be looked at, of those that are not put off. */
export function unreadIn(open: Iterable<Notification>, reached: Reached, now: number): number {
  let unread = 0;
  for (const one of open) {
    const isLater = (msOf(one.snoozedUntil) ?? 0) > now;
    if (!isLater && !isRead(one, reached)) unread += 1;
  }
  return unread;
}

const known = new WeakMap<Workspace, Inbox>();

/** That of the signed-in person, read when it is first asked for and kept up from then on. */
export function inboxOf(workspace: Workspace, transport: Transport): Inbox {
  const inbox = known.get(workspace) ?? new Inbox(createUnaryClient(InboxService, transport));
  if (known.has(workspace)) return inbox;
  known.set(workspace, inbox);
  const read = () => void inbox.read().catch(() => undefined);
  workspace.onOwn((entry) => (entry === undefined ? read() : inbox.applied(entry)));
  read();
  return inbox;
}
