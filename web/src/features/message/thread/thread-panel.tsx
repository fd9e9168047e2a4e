import { ChevronLeft, X } from "lucide-react";
import { useCallback, useMemo, useRef, useState } from "react";
import type { ComposerHandle } from "../../../composer/composer-props.ts";
import type { Channel } from "../../../store/channels/channel.ts";
import { useThread } from "../../../store/message-hooks.ts";
import { t } from "../../../text/text.ts";
import { threadText } from "../../../text/thread.ts";
import { IconButton } from "../../../ui/icon-button.tsx";
import { type MessageRights, MessageScope } from "../message-scope.ts";
import { TypingLine } from "../pane/typing-line.tsx";
import { useAnnouncements } from "../pane/use-announcements.ts";
import { useDesk } from "../use-desk.tsx";
import { MessageWriter } from "../write/message-writer.tsx";
import { AlsoInChannel } from "./also-in-channel.tsx";
import { FollowButton } from "./follow-button.tsx";
import { ThreadHistory } from "./thread-history.tsx";
import { threadRows } from "./thread-rows.ts";

export interface ThreadPanelProps {
  readonly channel: Channel;
  readonly rootId: string;
  /** What the channel is called: #launch. */
  readonly place: string;
  readonly rights: MessageRights;
  readonly onClose: () => void;
}

/** A thread: what it hangs on, the replies, and where one replies. Give it a `key` of its root. */
export function ThreadPanel({ channel, rootId, place, rights, onClose }: ThreadPanelProps) {
  const pane = useRef<HTMLDivElement>(null);
  const composer = useRef<ComposerHandle>(null);
  const [isAlsoInChannel, setAlsoInChannel] = useState(false);
  const thread = useThread(channel.id, rootId);
  const { root, rows: replies, hasOlder } = thread;
  const rows = useMemo(() => threadRows(root, replies, hasOlder), [root, replies, hasOlder]);
  const focusComposer = useCallback(() => composer.current?.focus(), []);
  const desk = useDesk({
    channel,
    rights,
    hasReadPosition: false,
    onEditEnd: focusComposer,
  });
  useAnnouncements({ channelId: channel.id, threadRootId: rootId, me: rights.me });
  const canReply = rights.canPost && root !== undefined;
  // What is on its way has no place in the log yet.
  const seen = replies.findLast(({ seq }) => Number.isFinite(seq))?.seq;
  return (
    <MessageScope value={desk.scope}>
      <ThreadHeader rootId={rootId} seen={seen} place={place} onClose={onClose} />
      <div ref={pane} data-takes-files className="relative flex min-h-0 flex-1 flex-col">
        <ThreadHistory
          pane={pane}
          rootId={rootId}
          thread={thread}
          rows={rows}
          editor={desk.editor}
          onEscape={focusComposer}
        />
        <TypingLine channelId={channel.id} threadRootId={rootId} />
        {canReply && (
          <MessageWriter
            ref={composer}
            channel={channel}
            threadRootId={rootId}
            label={threadText("reply")}
            sendLabel={threadText("send")}
            alsoInChannel={isAlsoInChannel}
            onSent={() => setAlsoInChannel(false)}
            onEditLast={() => desk.editLast(replies)}
            onCancel={onClose}
          >
            <AlsoInChannel place={place} isOn={isAlsoInChannel} onChange={setAlsoInChannel} />
          </MessageWriter>
        )}
      </div>
      {desk.dialogs}
    </MessageScope>
  );
}

interface ThreadHeaderProps extends Pick<ThreadPanelProps, "rootId" | "place" | "onClose"> {
  /** The position of the latest reply that is shown. */
  readonly seen: number | undefined;
}

function ThreadHeader({ rootId, seen, place, onClose }: ThreadHeaderProps) {
  return (
    <header className="box-content flex h-13.5 flex-none items-center gap-2 border-b border-line ps-4 pe-2.5 pt-[env(safe-area-inset-top)]">
      <IconButton
        label={threadText("close")}
        icon={<ChevronLeft size={22} className="rtl:-scale-x-100" />}
        onClick={onClose}
        className="-ms-3 pane:hidden"
      />
      <h2 className="text-base font-[650]">{t("thread.title")}</h2>
      <p className="min-w-0 flex-1 truncate text-[13.5px] text-ink3">{place}</p>
      <FollowButton rootId={rootId} seen={seen} />
      <IconButton label={threadText("close")} shortcut="escape" icon={<X size={18} />} onClick={onClose} />
    </header>
  );
}
