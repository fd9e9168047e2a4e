import { MessageSquare, Pin } from "lucide-react";
import { useState } from "react";
import { useStore } from "zustand";
import type { AttachmentListProps } from "../../../files/attachment-list.tsx";
import { placeOfFiles } from "../../../files/look.ts";
import { MessageText } from "../../../markdown/message-text.tsx";
import { useWorkspace } from "../../../store/client-context.tsx";
import { useUser } from "../../../store/hooks.ts";
import type { Message } from "../../../store/log/message.ts";
import { t } from "../../../text/text.ts";
import { lazyPart } from "../../../ui/lazy-part.tsx";
import { tooltip } from "../../../ui/tooltip.ts";
import type { LinkPreviewsProps } from "../cards/link-previews.tsx";
import type { PollCardProps } from "../cards/poll-card.tsx";
import { useMessageScope } from "../message-scope.ts";
import { isDeleted } from "../message-state.ts";
import type { QuoteCardsProps } from "../quote/quote-cards.tsx";
import { BlockedNote } from "./blocked-note.tsx";
import { Reactions } from "./reactions.tsx";
import { SendingNote } from "./sending-note.tsx";
import { ThreadSummary } from "./thread-summary.tsx";
import { fullTime } from "./times.ts";

const QuoteCards = lazyPart<QuoteCardsProps>(() =>
  import("../quote/quote-cards.tsx").then((part) => part.QuoteCards),
);

const LinkPreviews = lazyPart<LinkPreviewsProps>(() =>
  import("../cards/link-previews.tsx").then((part) => part.LinkPreviews),
);

const PollCard = lazyPart<PollCardProps>(() =>
  import("../cards/poll-card.tsx").then((part) => part.PollCard),
);

/** The text and all that belongs to it. */
export function MessageBody({ message }: { readonly message: Message }) {
  const { openThread } = useMessageScope().actions;
  const { pin, sending, thread, authorId } = message;
  const isBlocked = useStore(useWorkspace().circle.store, ({ blocked }) => blocked.has(authorId));
  const [isShown, setShown] = useState(false);
  const isReplyInChannel = message.threadRootId !== undefined && openThread !== undefined;
  if (isBlocked && !isShown) return <BlockedNote onShow={() => setShown(true)} />;
  return (
    <>
      {pin !== undefined && <PinnedBy userId={pin.by} />}
      {isReplyInChannel && <InThread onOpen={() => openThread(message)} />}
      <Said message={message} />
      {message.reactions.length > 0 && <Reactions message={message} />}
      {thread !== undefined && openThread !== undefined && (
        <ThreadSummary thread={thread} onOpen={() => openThread(message)} />
      )}
      {sending !== undefined && <SendingNote message={message} sending={sending} />}
    </>
  );
}

const AttachmentList = lazyPart<AttachmentListProps>(() =>
  import("../../../files/attachment-list.tsx").then((part) => part.AttachmentList),
);

/** Whether there may be other messages in it: one that is forwarded, or links to some. */
function hasQuotes({ text, forwarded }: Message): boolean {
  return forwarded !== undefined || text.includes("/c/chn_");
}

function Said({ message }: { readonly message: Message }) {
  const { actions } = useMessageScope();
  if (isDeleted(message)) return <p className="text-ink3 italic">{t("message.deleted")}</p>;
  const { key, text, editedAt, sending } = message;
  return (
    <>
      <div className={sending === undefined ? undefined : "opacity-65"}>
        {text !== "" && <MessageText messageId={key} revision={editedAt ?? 0} text={text} />}
      </div>
      {message.attachments !== undefined && (
        <div style={{ minHeight: placeOfFiles(message.attachments) }} className={sending && "opacity-65"}>
          <AttachmentList attachments={message.attachments} />
        </div>
      )}
      {hasQuotes(message) && <QuoteCards message={message} />}
      <Cards message={message} />
      {editedAt !== undefined && <EditedMark at={editedAt} onPress={() => actions.showVersions(message)} />}
    </>
  );
}

/** What hangs on the text. */
function Cards({ message }: { readonly message: Message }) {
  const { previews, poll } = message;
  return (
    <>
      {previews !== undefined && <LinkPreviews message={message} previews={previews} />}
      {poll !== undefined && <PollCard message={message} poll={poll} />}
    </>
  );
}

function PinnedBy({ userId }: { readonly userId: string }) {
  const name = useUser(userId)?.name;
  return (
    <p className="flex items-center gap-1.5 text-[12.5px] text-ink3">
      <Pin size={13} aria-hidden />
      {name === undefined ? t("message.pinned") : t("message.pinnedBy", { name })}
    </p>
  );
}

function InThread({ onOpen }: { readonly onOpen: () => void }) {
  return (
    <button
      type="button"
      onClick={onOpen}
      className="flex items-center gap-1.5 text-[12.5px] text-ink3 hover:text-accent hover:underline"
    >
      <MessageSquare size={13} aria-hidden />
      {t("message.inThread")}
    </button>
  );
}

/** Leads to what the message said before. */
function EditedMark({ at, onPress }: { readonly at: number; readonly onPress: () => void }) {
  return (
    <button
      type="button"
      {...tooltip(t("message.editedAt", { when: fullTime(at) }))}
      onClick={onPress}
      className="block rounded-sm text-[11.5px] text-ink3 hover:text-accent hover:underline"
    >
      ({t("message.edited")})
    </button>
  );
}
