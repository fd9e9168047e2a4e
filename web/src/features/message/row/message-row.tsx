import { memo, type ReactNode, useRef } from "react";
import { useStore } from "zustand";
import { useWorkspace } from "../../../store/client-context.tsx";
import { useUser } from "../../../store/hooks.ts";
import type { Message } from "../../../store/log/message.ts";
import { Avatar } from "../../../ui/avatar.tsx";
import { classNames } from "../../../ui/class-names.ts";
import { lazyPart } from "../../../ui/lazy-part.tsx";
import { tooltip } from "../../../ui/tooltip.ts";
import { useMessageScope } from "../message-scope.ts";
import { isDeleted, isLive, mentionsMe } from "../message-state.ts";
import { AuthorLine } from "./author-line.tsx";
import { MessageBody } from "./message-body.tsx";
import type { MessageToolbarProps } from "./message-toolbar.tsx";
import { fullTime, narrowTime } from "./times.ts";
import { useHot } from "./use-hot.ts";

const MessageToolbar = lazyPart<MessageToolbarProps>(() =>
  import("./message-toolbar.tsx").then((part) => part.MessageToolbar),
);

interface MessageRowProps {
  readonly message: Message;
  readonly isContinued: boolean;
  /** Takes the place of the text while it is edited. */
  readonly editor?: ReactNode;
}

/** One message with what belongs to it. */
export const MessageRow = memo(function MessageRow({ message, isContinued, editor }: MessageRowProps) {
  const content = useRef<HTMLDivElement>(null);
  const isHot = useHot(content);
  const { rights } = useMessageScope();
  const isCalled = useStore(useWorkspace().circle.store, (circle) => mentionsMe(message, rights.me, circle));
  const hasTools = isHot && isLive(message) && editor === undefined;
  return (
    <div
      ref={content}
      className={classNames(
        "group relative grid grid-cols-[40px_minmax(0,1fr)] gap-3 px-4 max-pane:px-3 coarse:select-none",
        isContinued ? "py-(--row-pad-grouped)" : "py-(--row-pad)",
        look(isCalled, editor !== undefined),
      )}
    >
      <Margin message={message} isContinued={isContinued} />
      <div className="min-w-0">
        {!isContinued && <AuthorLine message={message} />}
        {editor ?? <MessageBody message={message} />}
      </div>
      {hasTools && <MessageToolbar message={message} />}
    </div>
  );
});

function look(isCalled: boolean, isEdited: boolean): string {
  if (isEdited) return "bg-accent-soft/50";
  if (isCalled) return "bg-warn-soft/55 shadow-[inset_3px_0_0_var(--away)]";
  return "hover:bg-panel/70";
}

/** The author's picture, or beside one message of several the time, when it is pointed at. */
function Margin({ message, isContinued }: { readonly message: Message; readonly isContinued: boolean }) {
  const { authorId, postedAt } = message;
  const author = useUser(authorId);
  if (!isContinued) {
    const name = author?.name ?? "";
    return (
      <Avatar
        id={authorId}
        name={isDeleted(message) ? "" : name}
        imageUrl={author?.avatarUrl || undefined}
        className="mt-0.5 justify-self-center"
      />
    );
  }
  return (
    <time
      dateTime={new Date(postedAt).toISOString()}
      {...tooltip(fullTime(postedAt))}
      className="self-start pt-1 text-end text-[11px] text-ink3 tabular-nums opacity-0 group-hover:opacity-100 in-[[data-key]:focus-visible]:opacity-100"
    >
      {narrowTime(postedAt)}
    </time>
  );
}
