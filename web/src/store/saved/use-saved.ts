import { useInfiniteQuery } from "@connectrpc/connect-query";
import { useCallback, useEffect, useMemo } from "react";
import { useStore } from "zustand";
import {
  type SavedMessage as ProtoSaved,
  SavedService,
} from "../../../../gen/chatter/message/v1/saved_pb.js";
import { type Failure, failureOf } from "../../api/failure.ts";
import { pageByPage } from "../../api/page-by-page.ts";
import type { LogEntry } from "../../realtime/streams.ts";
import { useClient, useWorkspace } from "../client-context.tsx";
import { messageFromProto, msOf } from "../log/from-proto.ts";
import type { Message } from "../log/message.ts";
import { type SavedState, savedMarksOf } from "./saved.ts";

/** Whether a message is kept for later, and how to change it; `set` rejects if the server refuses. */
export function useSaved(messageId: string): {
  readonly state: SavedState | undefined;
  readonly set: (state: SavedState | undefined) => Promise<void>;
} {
  const { transport } = useClient();
  const marks = savedMarksOf(useWorkspace(), transport);
  const state = useStore(marks.store, (all) => all.get(messageId));
  const set = useCallback((next: SavedState | undefined) => marks.set(messageId, next), [marks, messageId]);
  return { state, set };
}

export interface SavedItem {
  readonly messageId: string;
  readonly channelId: string;
  readonly savedAt: number;
  /** Undefined where it was deleted. */
  readonly message: Message | undefined;
}

export interface SavedList {
  /** Undefined while nothing has come. */
  readonly items: readonly SavedItem[] | undefined;
  readonly failure: Failure | undefined;
  readonly hasMore: boolean;
  readonly isReading: boolean;
  readonly readMore: () => void;
}

/** What this person keeps, in progress or done, as it is now on all their devices. Within a QueryProvider. */
export function useSavedList(state: SavedState): SavedList {
  const workspace = useWorkspace();
  const { transport } = useClient();
  const marks = useStore(savedMarksOf(workspace, transport).store);
  const request = { done: state === "done", pageToken: "" };
  const result = useInfiniteQuery(SavedService.method.listSavedMessages, request, pageByPage);
  const { data, error, isFetchNextPageError, fetchNextPage, refetch, isPlaceholderData } = result;
  useEffect(() => {
    const listener = (entry?: LogEntry) => {
      if (entry === undefined || entry.body.case === "savedChanged") void refetch();
    };
    return workspace.onOwn(listener);
  }, [workspace, refetch]);
  const pages = isPlaceholderData ? undefined : data?.pages;
  const items = useMemo(
    () => pages?.flatMap((page) => page.saved.map((saved) => itemOf(saved, workspace.me))),
    [pages, workspace],
  );
  return {
    // What was moved a moment ago is gone before the list is read again.
    items: items?.filter(({ messageId }) => marks.size === 0 || marks.get(messageId) === state),
    failure: error === null ? undefined : failureOf(error),
    hasMore: result.hasNextPage,
    isReading: result.isFetching,
    readMore: () => void (error !== null && !isFetchNextPageError ? refetch() : fetchNextPage()),
  };
}

function itemOf({ messageId, channelId, savedAt, message }: ProtoSaved, me: string): SavedItem {
  return {
    messageId,
    channelId,
    savedAt: msOf(savedAt) ?? 0,
    message: message && messageFromProto(message, me),
  };
}
