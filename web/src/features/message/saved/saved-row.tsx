import { Check, Trash2, Undo2 } from "lucide-react";
import type { ComponentType } from "react";
import { FileNames } from "../../../files/file-names.tsx";
import { MessageText } from "../../../markdown/message-text.tsx";
import { useUser } from "../../../store/hooks.ts";
import type { Message } from "../../../store/log/message.ts";
import type { SavedState } from "../../../store/saved/saved.ts";
import { type SavedItem, useSaved } from "../../../store/saved/use-saved.ts";
import { savedText } from "../../../text/saved.ts";
import { t } from "../../../text/text.ts";
import { Avatar } from "../../../ui/avatar.tsx";
import { IconButton } from "../../../ui/icon-button.tsx";
import { fileNamesOf } from "../plain-message.ts";
import { QuoteCards } from "../quote/quote-cards.tsx";
import { fullTime, shortTime } from "../row/times.ts";
import { toldOfSaving } from "./save-button.tsx";

interface SavedRowProps {
  readonly item: SavedItem;
  readonly state: SavedState;
  /** The name of a channel or conversation. */
  readonly Place: ComponentType<{ readonly channelId: string }>;
  readonly onOpen: (message: Message) => void;
}

/** A message that is kept. The whole row leads to where it stands; links in it lead where they lead. */
export function SavedRow({ item, state, Place, onOpen }: SavedRowProps) {
  const { message, channelId, savedAt } = item;
  return (
    <li className="group/saved relative rounded-lg px-3 py-2.5 hover:bg-hover focus-within:bg-hover">
      <div className="flex min-h-7 items-center gap-2 text-[13px] text-ink2">
        <span className="min-w-0 truncate font-semibold">
          <Place channelId={channelId} />
        </span>
        <time
          dateTime={new Date(savedAt).toISOString()}
          className="min-w-0 flex-1 truncate text-xs text-ink3"
        >
          {savedText("savedAt", { when: shortTime(savedAt) })}
        </time>
        <Tools messageId={item.messageId} state={state} isThere={message !== undefined} />
      </div>
      {message === undefined ? (
        <p className="text-ink3 italic">{savedText("deleted")}</p>
      ) : (
        <Kept message={message} onOpen={onOpen} />
      )}
    </li>
  );
}

function Kept({ message, onOpen }: { readonly message: Message } & Pick<SavedRowProps, "onOpen">) {
  const author = useUser(message.authorId);
  const name = author?.name ?? t("message.unknownPerson");
  return (
    <div className="flex gap-3">
      <Avatar id={message.authorId} name={name} imageUrl={author?.avatarUrl || undefined} size={32} />
      <div className="min-w-0 flex-1">
        <button
          type="button"
          onClick={() => onOpen(message)}
          className="flex max-w-full items-baseline gap-2 text-start before:absolute before:inset-0 before:rounded-lg"
        >
          <span className="min-w-0 truncate font-[650]">{name}</span>
          <time
            dateTime={new Date(message.postedAt).toISOString()}
            aria-label={fullTime(message.postedAt)}
            className="flex-none text-xs text-ink3 tabular-nums"
          >
            {shortTime(message.postedAt)}
          </time>
        </button>
        <div className="line-clamp-6 [&_a]:relative [&_button:not(.md-copy)]:relative">
          <MessageText
            messageId={`saved ${message.id}`}
            revision={message.editedAt ?? 0}
            text={message.text}
          />
          <FileNames names={fileNamesOf(message)} />
          <QuoteCards message={message} />
        </div>
      </div>
    </div>
  );
}

interface ToolsProps {
  readonly messageId: string;
  readonly state: SavedState;
  readonly isThere: boolean;
}

/** Above the row's own button, which covers all of it. */
function Tools({ messageId, state, isThere }: ToolsProps) {
  const { set } = useSaved(messageId);
  const other = state === "saved" ? "done" : "saved";
  return (
    <span className="relative z-1 flex flex-none gap-0.5">
      {isThere && (
        <IconButton
          size="small"
          label={savedText(other === "done" ? "done" : "again")}
          icon={other === "done" ? <Check size={17} /> : <Undo2 size={17} />}
          onClick={() => void toldOfSaving(set(other))}
        />
      )}
      <IconButton
        size="small"
        label={savedText("remove")}
        icon={<Trash2 size={16} />}
        onClick={() => void toldOfSaving(set(undefined))}
      />
    </span>
  );
}
