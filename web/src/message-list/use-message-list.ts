import { useImperativeHandle, useMemo, useRef, useState } from "react";
import { knownHeight } from "./known-heights.ts";
import type { MessageListProps } from "./message-list.tsx";
import type { ListMessage } from "./row.ts";
import { useListPosition } from "./use-list-position.ts";
import { useReach } from "./use-reach.ts";
import { useRememberedHeights } from "./use-remembered-heights.ts";
import { useRowFocus } from "./use-row-focus.ts";
import { targetOf, useScrollTarget } from "./use-scroll-target.ts";
import { useStickToEnd } from "./use-stick-to-end.ts";
import { useUnseenCount } from "./use-unseen-count.ts";
import { useVirtualRows } from "./use-virtual-rows.ts";

/** All that a message list knows and does, without what it looks like. */
export function useMessageList<Message extends ListMessage>(props: MessageListProps<Message>) {
  const { rows, estimateHeight, initialAnchor, onReachStart, onReachEnd, onJumpToLatest } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const keys = useMemo(() => rows.map((row) => row.key), [rows]);
  const messageKeys = useMemo(() => rows.flatMap((row) => (row.kind === "message" ? row.key : [])), [rows]);
  const [flashing, setFlashing] = useState(initialAnchor.at === "message" ? initialAnchor.key : undefined);

  const target = useRef(targetOf(initialAnchor));
  const focus = useRowFocus(scroller, messageKeys);
  const virtual = useVirtualRows({
    scroller,
    keys,
    heightOf: (index) => {
      const row = rows[index];
      return row === undefined ? 0 : (knownHeight(row) ?? estimateHeight(row));
    },
    anchor: initialAnchor,
    target,
    focusedKey: focus.focusedKey,
  });
  useRememberedHeights(rows, virtual);
  const opensAtEnd = initialAnchor.at === "end";
  const { scrollToKey, scrollToEnd } = useScrollTarget(scroller, virtual, { keys, target, opensAtEnd });
  useStickToEnd(scroller, virtual);

  const position = useListPosition(scroller, virtual);
  // With more to load below, the end of the rows is not the end of the channel, and what is loaded is not new.
  const hasNewer = onReachEnd !== undefined;
  const isAtEnd = position.isAtEnd && !hasNewer;
  const unseen = useUnseenCount(messageKeys, position.isAtEnd || hasNewer);
  const items = virtual.getVirtualItems();
  useReach({ first: items[0]?.index ?? 0, last: items.at(-1)?.index ?? 0, keys, onReachStart, onReachEnd });

  const reveal = (key: string) => {
    const isThere = scrollToKey(key, "center");
    if (isThere) setFlashing(key);
    return isThere;
  };
  useImperativeHandle(props.ref, () => ({ reveal, scrollToEnd, focus: focus.enter }));

  return {
    scroller,
    virtual,
    items,
    messageKeys,
    position,
    isAtEnd,
    unseen,
    focusHandlers: focus.handlers,
    flashing,
    endFlash: () => setFlashing(undefined),
    jumpToLatest: hasNewer && onJumpToLatest !== undefined ? onJumpToLatest : scrollToEnd,
    jumpToUnread: () => void scrollToKey("unread", "start"),
    isUnreadAbove: isAbove(keys.indexOf("unread"), position.firstVisible),
  };
}

function isAbove(index: number, firstVisible: number): boolean {
  return index >= 0 && index < firstVisible - 1;
}
