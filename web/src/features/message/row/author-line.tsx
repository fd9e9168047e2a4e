import { useMessageText } from "../../../markdown/context.ts";
import { useUser } from "../../../store/hooks.ts";
import type { Message } from "../../../store/log/message.ts";
import type { User } from "../../../store/people/user.ts";
import { t } from "../../../text/text.ts";
import { tooltip } from "../../../ui/tooltip.ts";
import { clockTime, fullTime } from "./times.ts";

/** Who wrote, and when. */
export function AuthorLine({ message }: { readonly message: Message }) {
  const { authorId, postedAt } = message;
  const author = useUser(authorId);
  const { onOpenPerson } = useMessageText();
  return (
    <p className="flex items-baseline gap-2 leading-snug">
      <button
        type="button"
        disabled={author === undefined || onOpenPerson === undefined}
        onClick={(event) => onOpenPerson?.(authorId, event.currentTarget)}
        className="min-w-0 truncate rounded-sm font-[650] not-disabled:hover:underline"
      >
        {author?.name ?? t("message.unknownPerson")}
      </button>
      <Marks author={author} />
      <time
        dateTime={new Date(postedAt).toISOString()}
        {...tooltip(fullTime(postedAt))}
        className="flex-none text-xs text-ink3 tabular-nums"
      >
        {clockTime(postedAt)}
      </time>
    </p>
  );
}

function Marks({ author }: { readonly author: User | undefined }) {
  if (author === undefined) return null;
  const { status, isGuest, isDeactivated } = author;
  const word = isDeactivated ? t("message.deactivated") : isGuest && t("message.guest");
  return (
    <>
      {status?.emoji && (
        <span role="img" aria-label={status.text || status.emoji} {...tooltip(status.text || status.emoji)}>
          {status.emoji}
        </span>
      )}
      {word && <span className="rounded border border-line px-1.25 text-[11px] text-ink3">{word}</span>}
    </>
  );
}
