import { useCallback, useEffect, useMemo, useState } from "react";
import { useStore } from "zustand";
import { type Failure, failureOf } from "../api/failure.ts";
import type { ChannelNews } from "./channel-news.ts";
import { useWorkspace } from "./client-context.tsx";
import { MessageActions } from "./log/message-actions.ts";
import type { MessagesView } from "./log/messages-view.ts";
import type { Place } from "./log/read-page.ts";
import type { Writing } from "./outbox/outgoing.ts";

export interface ChannelMessages extends MessagesView {
  /** What stood after this when the channel was opened was unread; the divider stands before the first of it. */
  readonly readSeq: number | undefined;
  /** Moves the divider to what is unread now, such as when somebody comes back to the page. */
  readonly moveDivider: () => void;
  /** These and `jumpTo` stay the same functions. */
  readonly loadOlder: () => void;
  readonly loadNewer: () => void;
  /** Loads the part that holds a place; false if it cannot be read. */
  readonly jumpTo: (place: Place) => Promise<boolean>;
  /** Everything up to a position was seen. */
  readonly markRead: (seq: number) => void;
  /** Reads it again after it failed. */
  readonly retry: () => void;
}

/** The messages of a channel, which is on screen as long as the component is: loaded, kept up, announced to the server. */
export function useMessages(channelId: string): ChannelMessages {
  const workspace = useWorkspace();
  const { channels, logs } = workspace;
  const log = useMemo(() => logs.of(channelId), [logs, channelId]);
  const view = useStore(log.window.store);
  const [readSeq, moveDivider] = useDivider(channelId);
  useEffect(() => workspace.view(channelId), [workspace, channelId]);
  const acts = useMemo(
    () => ({
      loadOlder: () => void log.window.loadOlder(),
      loadNewer: () => void log.window.loadNewer(),
      jumpTo: (place: Place) => log.window.goTo(place),
      markRead: (seq: number) => channels.markRead(channelId, seq),
      retry: () => void log.enter(),
    }),
    [channels, log, channelId],
  );
  return useMemo(() => ({ ...view, ...acts, readSeq, moveDivider }), [view, acts, readSeq, moveDivider]);
}

/** Where the reader stopped when the channel was opened, as soon as that is known; it stays until it is moved. */
function useDivider(channelId: string): readonly [readSeq: number | undefined, move: () => void] {
  const { channels } = useWorkspace();
  const now = useStore(channels.store, ({ mine }) => mine.get(channelId)?.membership.readSeq);
  const [divider, setDivider] = useState({ channelId, readSeq: now });
  const isOther = divider.channelId !== channelId;
  if (isOther || (divider.readSeq === undefined && now !== undefined))
    setDivider({ channelId, readSeq: now });
  const move = useCallback(
    () =>
      setDivider({ channelId, readSeq: channels.store.getState().mine.get(channelId)?.membership.readSeq }),
    [channels, channelId],
  );
  return [isOther ? now : divider.readSeq, move];
}

export interface ThreadMessages extends MessagesView {
  readonly loadOlder: () => void;
  /** Reads it again after it failed. */
  readonly retry: () => void;
}

/** A thread, as long as the component is there: `root` and the replies as `rows`. */
export function useThread(channelId: string, rootId: string): ThreadMessages {
  const workspace = useWorkspace();
  const { logs } = workspace;
  const log = useMemo(() => logs.of(channelId), [logs, channelId]);
  const thread = useMemo(() => log.thread(rootId), [log, rootId]);
  const view = useStore(thread.store);
  useEffect(() => {
    const stop = workspace.view(channelId);
    void thread.refresh();
    return stop;
  }, [workspace, thread, channelId]);
  const acts = useMemo(
    () => ({ loadOlder: () => void thread.loadOlder(), retry: () => void thread.refresh() }),
    [thread],
  );
  return useMemo(() => ({ ...view, ...acts }), [view, acts]);
}

/** Sends what was written there, drops its draft, and goes to the end of the list where it appears. */
export function useSend(
  channelId: string,
  threadRootId?: string,
): (text: string, options?: Pick<Writing, "alsoInChannel" | "attachments">) => void {
  const { drafts, logs, outbox, typing } = useWorkspace();
  return useMemo(
    () => (text, options) => {
      outbox.send({ channelId, threadRootId, text, ...options });
      drafts.write({ channelId, threadRootId }, "");
      typing.sent();
      if (threadRootId === undefined) void logs.of(channelId).window.goTo({ at: "latest" });
    },
    [channelId, threadRootId, drafts, logs, outbox, typing],
  );
}

/**
 * What can be done with the messages of a channel: shown at once, and taken back where the server refuses,
 * which `onFailure` tells. The same object as long as channel and `onFailure` are the same.
 */
export function useMessageActions(channelId: string, onFailure: (failure: Failure) => void): MessageActions {
  const workspace = useWorkspace();
  return useMemo(
    () => new MessageActions(workspace, channelId, (error) => onFailure(failureOf(error))),
    [workspace, channelId, onFailure],
  );
}

/** Calls back with what happens in channels from now on: messages, changed pins and members. Keep `listener` the same. */
export function useChannelNews(listener: (news: ChannelNews) => void): void {
  const workspace = useWorkspace();
  useEffect(() => workspace.onNews(listener), [workspace, listener]);
}
