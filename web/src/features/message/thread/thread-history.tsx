import { MessageSquareOff } from "lucide-react";
import { type RefObject, useRef } from "react";
import type { MessageListHandle } from "../../../message-list/list-handle.ts";
import type { Row } from "../../../message-list/row.ts";
import type { Message } from "../../../store/log/message.ts";
import type { ThreadMessages } from "../../../store/message-hooks.ts";
import { t } from "../../../text/text.ts";
import { threadText } from "../../../text/thread.ts";
import { Button } from "../../../ui/button.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { SkeletonMessages } from "../../../ui/skeleton.tsx";
import { MessageLog } from "../pane/message-log.tsx";
import type { Desk } from "../use-desk.tsx";
import { useThreadPlace } from "./use-thread-place.ts";

interface ThreadHistoryProps {
  readonly pane: RefObject<HTMLElement | null>;
  readonly rootId: string;
  readonly thread: ThreadMessages;
  readonly rows: readonly Row<Message>[];
  readonly editor: Desk["editor"];
  readonly onEscape: () => void;
}

const shownWhileLoading = 3;

/** The messages of a thread, or what there is to say while they are not here. */
export function ThreadHistory({ pane, rootId, thread, rows, editor, onEscape }: ThreadHistoryProps) {
  const list = useRef<MessageListHandle>(null);
  const anchor = useThreadPlace(pane, rootId);
  if (thread.status === "failed") return <NoThread thread={thread} />;
  if (thread.root === undefined) {
    return (
      <div className="min-h-0 flex-1 overflow-hidden">
        <SkeletonMessages count={shownWhileLoading} label={threadText("loading")} />
      </div>
    );
  }
  return (
    <MessageLog
      ref={list}
      label={threadText("messages")}
      rows={rows}
      editor={editor}
      renderNote={() => <RepliesNote count={thread.root?.thread?.replyCount ?? 0} />}
      initialAnchor={anchor}
      onReachStart={thread.hasOlder ? thread.loadOlder : undefined}
      align="start"
      onEscape={onEscape}
    />
  );
}

function RepliesNote({ count }: { readonly count: number }) {
  if (count === 0) return <div className="h-2" />;
  return (
    <h3 className="flex items-center gap-3 px-4 py-2 text-[12.5px] font-semibold text-ink3 after:h-px after:flex-1 after:bg-line">
      {t("message.replies", { count })}
    </h3>
  );
}

function NoThread({ thread }: { readonly thread: ThreadMessages }) {
  const isGone = thread.failure?.isPassing === false;
  return (
    <EmptyState
      icon={<MessageSquareOff />}
      title={isGone ? threadText("gone") : t("history.failed")}
      action={isGone ? undefined : <Button onClick={thread.retry}>{t("ui.retry")}</Button>}
    >
      {isGone ? threadText("goneText") : thread.failure?.text}
    </EmptyState>
  );
}
