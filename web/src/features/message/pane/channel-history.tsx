import { CloudOff } from "lucide-react";
import type { ReactNode } from "react";
import { t } from "../../../text/text.ts";
import { Button } from "../../../ui/button.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { SkeletonMessages } from "../../../ui/skeleton.tsx";
import type { Desk } from "../use-desk.tsx";
import { MessageLog } from "./message-log.tsx";
import type { History } from "./use-history.ts";

interface ChannelHistoryProps {
  readonly history: History;
  readonly editor: Desk["editor"];
  /** What the channel is called: #launch. */
  readonly place: string;
  /** Stands before the first message of all. */
  readonly beginning: ReactNode;
  readonly onEscape: () => void;
}

const shownWhileLoading = 8;

/** The messages of a channel, or what there is to say while they are not here. */
export function ChannelHistory({ history, editor, place, beginning, onEscape }: ChannelHistoryProps) {
  const { messages, rows, visit, jump } = history;
  const { hasOlder, hasNewer, failure } = messages;
  if (visit !== undefined && messages.status === "ready") {
    return (
      <MessageLog
        key={visit.number}
        ref={history.list}
        label={t("history.messagesIn", { place })}
        rows={rows}
        editor={editor}
        renderNote={() => beginning}
        initialAnchor={visit.anchor}
        onReachStart={hasOlder ? messages.loadOlder : undefined}
        onReachEnd={hasNewer ? messages.loadNewer : undefined}
        onJumpToLatest={history.toEnd}
        onEscape={onEscape}
      />
    );
  }
  if (messages.status === "failed") {
    return (
      <EmptyState
        icon={<CloudOff />}
        title={t("history.failed")}
        action={<Button onClick={() => void jump({ at: "latest" })}>{t("ui.retry")}</Button>}
      >
        {failure?.text}
      </EmptyState>
    );
  }
  return (
    <div className="flex min-h-0 flex-1 flex-col justify-end overflow-hidden">
      <SkeletonMessages count={shownWhileLoading} label={t("history.loading")} />
    </div>
  );
}
