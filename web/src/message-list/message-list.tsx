import { type ReactNode, type Ref, useMemo } from "react";
import { t } from "../text/text.ts";
import { classNames } from "../ui/class-names.ts";
import { JumpPill } from "./jump-pill.tsx";
import type { InitialAnchor, MessageListHandle } from "./list-handle.ts";
import type { ListMessage, Row } from "./row.ts";
import { RowFrame } from "./row-frame.tsx";
import { StickyDay } from "./sticky-day.tsx";
import { useMessageList } from "./use-message-list.ts";

export interface MessageListProps<Message extends ListMessage> {
  readonly ref?: Ref<MessageListHandle>;
  /** Names the list to screen readers: "Messages in launch". */
  readonly label: string;
  readonly rows: readonly Row<Message>[];
  /** Says a message to screen readers: who, what and when. */
  readonly messageLabel: (message: Message) => string | undefined;
  readonly renderRow: (row: Row<Message>) => ReactNode;
  /** A guess at a row's height in pixels, used until it has been seen. */
  readonly estimateHeight: (row: Row<Message>) => number;
  readonly dayLabel: (day: string) => string;
  /** Read once: give the list another `key` for another channel. */
  readonly initialAnchor: InitialAnchor;
  /** Called when the first rows come near, if there is more before them; keep it the same between renders. */
  readonly onReachStart?: (() => void) | undefined;
  /** Called when the last rows come near, if there is more after them; keep it the same between renders. */
  readonly onReachEnd?: (() => void) | undefined;
  /** Goes to the newest messages when they are not loaded, that is, when there is an `onReachEnd`. */
  readonly onJumpToLatest?: () => void;
  /** Where a few messages stand that do not fill the list: at its end, or at its beginning as in a thread. */
  readonly align?: "start" | "end";
}

/**
 * Messages from old to new, of which only those near the view are mounted. It never moves by itself: what
 * comes in above or grows leaves what is being read where it is, and only a reader at the end is taken along.
 */
export function MessageList<Message extends ListMessage>(props: MessageListProps<Message>) {
  const { label, rows, messageLabel, renderRow, dayLabel, onReachStart, onReachEnd } = props;
  const list = useMessageList(props);
  const { scroller, virtual, messageKeys, position } = list;
  const positions = useMemo(() => new Map(messageKeys.map((key, index) => [key, index + 1])), [messageKeys]);
  const isComplete = onReachStart === undefined && onReachEnd === undefined;
  const top = rows[position.firstVisible];
  return (
    <div className="relative min-h-0 flex-1">
      <div
        ref={scroller}
        role="region"
        data-region
        aria-label={label}
        tabIndex={0}
        {...list.focusHandlers}
        className="h-full overflow-x-hidden overflow-y-auto overscroll-contain [overflow-anchor:none] focus-visible:-outline-offset-2"
      >
        <div className={classNames("flex min-h-full flex-col", props.align !== "start" && "justify-end")}>
          <div ref={virtual.containerRef} className="relative w-full flex-none">
            {list.items.map(({ index, key }) => {
              const row = rows[index];
              if (row === undefined) return null;
              return (
                <RowFrame
                  key={key}
                  row={row}
                  index={index}
                  position={positions.get(row.key) ?? 0}
                  total={isComplete ? messageKeys.length : -1}
                  label={row.kind === "message" ? messageLabel(row.message) : undefined}
                  isFlashing={row.key === list.flashing}
                  onFlashed={list.endFlash}
                  measure={virtual.measureElement}
                >
                  {renderRow(row)}
                </RowFrame>
              );
            })}
          </div>
        </div>
      </div>
      {top !== undefined && (
        <StickyDay
          label={dayLabel(top.day)}
          isShown={position.isScrolling && top.kind !== "day" && !list.isUnreadAbove}
        />
      )}
      <JumpPills list={list} hasNewer={onReachEnd !== undefined} />
    </div>
  );
}

interface JumpPillsProps {
  readonly list: ReturnType<typeof useMessageList>;
  readonly hasNewer: boolean;
}

function JumpPills({ list, hasNewer }: JumpPillsProps) {
  const { isAtEnd, isUnreadAbove, unseen, position } = list;
  const isLatestShown = !isAtEnd && (position.isFarFromEnd || unseen > 0 || hasNewer);
  return (
    <>
      {isUnreadAbove && <JumpPill to="unread" label={t("list.jumpToUnread")} onPress={list.jumpToUnread} />}
      {isLatestShown && <JumpPill to="latest" label={latestLabel(unseen)} onPress={list.jumpToLatest} />}
    </>
  );
}

function latestLabel(unseen: number): string {
  return unseen > 0 ? t("list.newMessages", { count: unseen }) : t("list.jumpToLatest");
}
