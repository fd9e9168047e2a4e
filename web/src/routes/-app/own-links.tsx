import { Link } from "@tanstack/react-router";
import { Bookmark, Inbox, PencilLine } from "lucide-react";
import type { ReactNode } from "react";
import { useInboxUnread } from "../../store/inbox/use-inbox.ts";
import { useScheduled } from "../../store/scheduled/use-scheduled.ts";
import { inboxText } from "../../text/inbox.ts";
import { laterText } from "../../text/later.ts";
import { savedText } from "../../text/saved.ts";
import { Badge } from "../../ui/badge.tsx";

/** Above the channels: the ways to what belongs to the reader alone. */
export function OwnLinks() {
  const { list = [] } = useScheduled();
  const failed = list.filter(({ failure }) => failure !== "").length;
  const unread = useInboxUnread();
  return (
    <ul className="pt-2">
      <OwnLink to="/inbox" icon={<Inbox size={16} />} title={inboxText("title")}>
        <Badge count={unread} label={inboxText("count", { count: unread })} />
      </OwnLink>
      <OwnLink to="/saved" icon={<Bookmark size={16} />} title={savedText("title")} />
      <OwnLink to="/drafts" icon={<PencilLine size={16} />} title={laterText("title")}>
        <Badge count={failed} label={laterText("problems", { count: failed })} />
      </OwnLink>
    </ul>
  );
}

interface OwnLinkProps {
  readonly to: "/inbox" | "/saved" | "/drafts";
  readonly icon: ReactNode;
  readonly title: string;
  readonly children?: ReactNode;
}

function OwnLink({ to, icon, title, children }: OwnLinkProps) {
  return (
    <li>
      <Link
        to={to}
        activeProps={{ className: "bg-accent-soft text-ink" }}
        inactiveProps={{ className: "text-ink2 hover:bg-hover" }}
        className="flex min-h-7 items-center gap-2.5 rounded-[7px] px-2.5 py-(--side-row-pad) select-none coarse:min-h-11"
      >
        <span className="grid w-4 flex-none place-items-center text-ink3">{icon}</span>
        <span className="min-w-0 flex-1 truncate">{title}</span>
        {children}
      </Link>
    </li>
  );
}
