import { useId, useRef } from "react";
import { FileNames } from "../../../files/file-names.tsx";
import { MessageText } from "../../../markdown/message-text.tsx";
import { useUser } from "../../../store/hooks.ts";
import type { Message } from "../../../store/log/message.ts";
import type { Hit } from "../../../store/use-message-search.ts";
import { searchText } from "../../../text/search.ts";
import { t } from "../../../text/text.ts";
import { Avatar } from "../../../ui/avatar.tsx";
import { fileNamesOf } from "../plain-message.ts";
import { fullTime, shortTime } from "../row/times.ts";
import { excerptOf, wordsOf } from "./excerpt.ts";
import { useMarks } from "./use-marks.ts";

/** One message that was found. The whole row leads to where it stands; links in it lead where they lead. */
export function HitRow({ hit, onOpen }: { readonly hit: Hit; readonly onOpen: (message: Message) => void }) {
  const { message } = hit;
  const author = useUser(message.authorId);
  const name = author?.name ?? t("message.unknownPerson");
  const text = useRef<HTMLDivElement>(null);
  const textId = useId();
  useMarks(text, wordsOf(hit));
  return (
    <li className="relative flex gap-3 rounded-lg px-3 py-2.5 hover:bg-hover focus-within:bg-hover">
      <Avatar id={message.authorId} name={name} imageUrl={author?.avatarUrl || undefined} size={32} />
      <div className="min-w-0 flex-1">
        <button
          type="button"
          aria-describedby={textId}
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
          {message.threadRootId !== undefined && (
            <span className="flex-none text-xs text-ink3">{searchText("inThread")}</span>
          )}
        </button>
        <div ref={text} id={textId} className="line-clamp-6 [&_a]:relative [&_button:not(.md-copy)]:relative">
          <MessageText messageId={`hit ${message.id}`} revision={excerptOf(hit)} text={excerptOf(hit)} />
          <FileNames names={fileNamesOf(message)} />
        </div>
      </div>
    </li>
  );
}
