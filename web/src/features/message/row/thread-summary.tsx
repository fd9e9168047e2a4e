import { useUser } from "../../../store/hooks.ts";
import type { ThreadSummary as Summary } from "../../../store/log/message.ts";
import { t } from "../../../text/text.ts";
import { Avatar } from "../../../ui/avatar.tsx";
import { shortTime } from "./times.ts";

interface ThreadSummaryProps {
  readonly thread: Summary;
  readonly onOpen: () => void;
}

/** What happened in the thread of a message, and the way into it. */
export function ThreadSummary({ thread, onOpen }: ThreadSummaryProps) {
  const { replyCount, recentUserIds, lastReplyAt } = thread;
  return (
    <button
      type="button"
      onClick={onOpen}
      className="mt-1.5 -ms-1 inline-flex min-h-7 max-w-full items-center gap-2 rounded-lg py-0.75 ps-1 pe-2 text-[13.5px] font-semibold text-accent transition hover:bg-raised hover:shadow-raised coarse:min-h-9"
    >
      <span className="flex gap-1">
        {recentUserIds.slice(0, 3).map((id) => (
          <Face key={id} userId={id} />
        ))}
      </span>
      {t("message.replies", { count: replyCount })}
      <span className="truncate font-normal text-ink3">
        {t("message.lastReply", { when: shortTime(lastReplyAt) })}
      </span>
    </button>
  );
}

function Face({ userId }: { readonly userId: string }) {
  const user = useUser(userId);
  return <Avatar id={userId} name={user?.name ?? ""} imageUrl={user?.avatarUrl || undefined} size={22} />;
}
