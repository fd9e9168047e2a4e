import {
  type KeyboardEvent,
  type ReactNode,
  type Ref,
  useCallback,
  useEffect,
  useMemo,
  useState,
} from "react";
import { dayLabel } from "../../../message-list/day.ts";
import type { InitialAnchor, MessageListHandle } from "../../../message-list/list-handle.ts";
import { MessageList } from "../../../message-list/message-list.tsx";
import type { Row } from "../../../message-list/row.ts";
import { DaySeparator, UnreadDivider } from "../../../message-list/separators.tsx";
import type { Message } from "../../../store/log/message.ts";
import { lazyPart } from "../../../ui/lazy-part.tsx";
import { pageSettled } from "../../../ui/page-settled.ts";
import { useMessageScope } from "../message-scope.ts";
import { isLive } from "../message-state.ts";
import { MessageRow } from "../row/message-row.tsx";
import type { MessageSheetProps } from "../row/message-sheet.tsx";
import { estimateHeight } from "./estimate-height.ts";
import { pressOnMessage } from "./message-keys.ts";
import { useLongPress } from "./use-long-press.ts";
import { useSpokenLabel } from "./use-spoken-label.ts";

const MessageSheet = lazyPart<MessageSheetProps>(() =>
  import("../row/message-sheet.tsx").then((part) => part.MessageSheet),
);

export interface MessageLogProps {
  readonly ref?: Ref<MessageListHandle>;
  /** Names the list to screen readers. */
  readonly label: string;
  readonly rows: readonly Row<Message>[];
  /** What stands in the place of a message's text while it is edited. */
  readonly editor: { readonly key: string; readonly content: ReactNode } | undefined;
  readonly renderNote: () => ReactNode;
  readonly initialAnchor: InitialAnchor;
  readonly onReachStart?: (() => void) | undefined;
  readonly onReachEnd?: (() => void) | undefined;
  readonly onJumpToLatest?: () => void;
  readonly align?: "start" | "end";
  /** Escape in the list: back to where one writes. */
  readonly onEscape: () => void;
}

const labelOfDay = (day: string) => dayLabel(day, Date.now());

/** A list of messages with all that can be done in it by mouse, keys and fingers. */
export function MessageLog({ rows, editor, renderNote, onEscape, ...list }: MessageLogProps) {
  const { rights, actions } = useMessageScope();
  const spokenLabel = useSpokenLabel();
  const [pressed, setPressed] = useState<Message>();
  useEffect(pageSettled, []);
  const closeSheet = useCallback(() => setPressed(undefined), []);
  const messages = useMemo(() => messagesByKey(rows), [rows]);
  const press = useLongPress((target) => {
    const message = messages.get(target.closest<HTMLElement>("[data-key]")?.dataset["key"] ?? "");
    if (message !== undefined && isLive(message)) setPressed(message);
  });
  const onKeyDown = (event: KeyboardEvent) => {
    const find = (key: string) => messages.get(key);
    if (event.defaultPrevented) return;
    if (pressOnMessage(event, { find, rights, actions, write: onEscape })) event.preventDefault();
  };
  const renderRow = (row: Row<Message>) => {
    if (row.kind === "message") {
      const own = row.key === editor?.key ? { editor: editor.content } : {};
      return <MessageRow message={row.message} isContinued={row.isContinued} {...own} />;
    }
    if (row.kind === "note") return renderNote();
    return row.kind === "day" ? <DaySeparator label={labelOfDay(row.day)} /> : <UnreadDivider />;
  };
  return (
    <div role="presentation" className="flex min-h-0 flex-1 flex-col" onKeyDown={onKeyDown} {...press}>
      <MessageList
        {...list}
        rows={rows}
        renderRow={renderRow}
        messageLabel={spokenLabel}
        estimateHeight={estimateHeight}
        dayLabel={labelOfDay}
      />
      {pressed !== undefined && <MessageSheet message={pressed} onClose={closeSheet} />}
    </div>
  );
}

function messagesByKey(rows: readonly Row<Message>[]): ReadonlyMap<string, Message> {
  return new Map(rows.flatMap((row) => (row.kind === "message" ? [[row.key, row.message] as const] : [])));
}
