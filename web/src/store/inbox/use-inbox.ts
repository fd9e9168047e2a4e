import { useInfiniteQuery } from "@connectrpc/connect-query";
import { useCallback, useEffect, useMemo } from "react";
import { useStore } from "zustand";
import {
  InboxService,
  ListNotificationsRequest_State as State,
} from "../../../../gen/chatter/notification/inbox/v1/inbox_pb.js";
import type { Cause, Notification } from "../../../../gen/chatter/notification/inbox/v1/notification_pb.js";
import { type Failure, failureOf } from "../../api/failure.ts";
import { pageByPage } from "../../api/page-by-page.ts";
import type { LogEntry } from "../../realtime/streams.ts";
import { useClient, useWorkspace } from "../client-context.tsx";
import { type InboxChange, inboxOf, isRead, type Reached, unreadIn } from "./inbox.ts";

export type InboxState = "open" | "snoozed" | "done";

const STATES = { open: State.UNSPECIFIED, snoozed: State.SNOOZED, done: State.DONE } as const;

/** How far this person has read, as this device knows it at this moment. */
function useReached(): Reached {
  const workspace = useWorkspace();
  const { transport } = useClient();
  const threads = useStore(inboxOf(workspace, transport).store, (state) => state.threads);
  const mine = useStore(workspace.channels.store, (state) => state.mine);
  return useMemo(
    () => ({
      channel: (id) => BigInt(mine.get(id)?.membership.readSeq ?? 0),
      thread: (id) => threads.get(id) ?? 0n,
    }),
    [mine, threads],
  );
}

/** How many notifications wait to be looked at. */
export function useInboxUnread(): number {
  const { transport } = useClient();
  const { store } = inboxOf(useWorkspace(), transport);
  const { open, at } = useStore(store);
  const reached = useReached();
  return useMemo(() => unreadIn(open.values(), reached, at), [open, reached, at]);
}

export interface InboxItem {
  readonly notification: Notification;
  readonly isRead: boolean;
}

export interface InboxList {
  /** Undefined while nothing has come. */
  readonly items: readonly InboxItem[] | undefined;
  readonly failure: Failure | undefined;
  readonly hasMore: boolean;
  readonly isReading: boolean;
  readonly readMore: () => void;
  /** Rejects if the server refuses. */
  readonly change: (ids: readonly string[], change: InboxChange) => Promise<void>;
}

/** What concerns this person, as it is now on all their devices. Within a QueryProvider. */
export function useInbox(state: InboxState, causes: readonly Cause[]): InboxList {
  const workspace = useWorkspace();
  const { transport } = useClient();
  const inbox = inboxOf(workspace, transport);
  const reached = useReached();
  const request = { state: STATES[state], causes: [...causes], pageToken: "" };
  const result = useInfiniteQuery(InboxService.method.listNotifications, request, pageByPage);
  const { data, error, isFetchNextPageError, fetchNextPage, refetch, isPlaceholderData } = result;
  useEffect(() => {
    const listener = (entry?: LogEntry) => {
      if (entry === undefined || entry.body.case === "inboxChanged") void refetch();
    };
    return workspace.onOwn(listener);
  }, [workspace, refetch]);
  const pages = isPlaceholderData ? undefined : data?.pages;
  const items = useMemo(
    () =>
      pages?.flatMap((page) =>
        page.notifications.map((notification) => ({ notification, isRead: isRead(notification, reached) })),
      ),
    [pages, reached],
  );
  const change = useCallback<InboxList["change"]>((ids, wish) => inbox.change(ids, wish), [inbox]);
  return {
    items,
    failure: error === null ? undefined : failureOf(error),
    hasMore: result.hasNextPage,
    isReading: result.isFetching,
    readMore: () => void (error !== null && !isFetchNextPageError ? refetch() : fetchNextPage()),
    change,
  };
}
