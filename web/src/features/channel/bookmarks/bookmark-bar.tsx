import { ArrowLeft, ArrowRight, EllipsisVertical, Link, Pencil, Plus, Trash2 } from "lucide-react";
import type { MouseEvent } from "react";
import { useMessageText } from "../../../markdown/context.ts";
import { safeHref } from "../../../markdown/safe-href.ts";
import type { Bookmark, Channel } from "../../../store/channels/channel.ts";
import { useWorkspace } from "../../../store/client-context.tsx";
import { bookmarkText as t } from "../../../text/bookmark.ts";
import { IconButton } from "../../../ui/icon-button.tsx";
import { MenuButton } from "../../../ui/menu-button.tsx";
import type { MenuEntry } from "../../../ui/menu-entry.ts";
import { openDialog } from "../dialogs/dialogs.ts";
import { told } from "../told.ts";

export interface BookmarkBarProps {
  readonly channel: Channel;
  /** Whoever may write there changes them. */
  readonly canChange: boolean;
}

/** What stands at the top of a channel. */
export function BookmarkBar({ channel: { id: channelId, bookmarks = [] }, canChange }: BookmarkBarProps) {
  return (
    <div className="flex min-h-9 flex-none items-center border-b border-line ps-3 pe-2.5">
      <ul aria-label={t("bar")} className="flex min-w-0 items-center gap-1 overflow-x-auto">
        {bookmarks.map((bookmark, index) => (
          <li key={bookmark.id} className="group/bookmark flex flex-none items-center">
            <BookmarkLink bookmark={bookmark} />
            {canChange && (
              <span className="opacity-0 group-hover/bookmark:opacity-100 focus-within:opacity-100 coarse:opacity-100">
                <BookmarkMenu channelId={channelId} bookmarks={bookmarks} index={index} bookmark={bookmark} />
              </span>
            )}
          </li>
        ))}
      </ul>
      {canChange && (
        <IconButton
          size="small"
          label={t("add")}
          icon={<Plus size={15} />}
          onClick={() => openDialog({ kind: "bookmark", channelId })}
        />
      )}
    </div>
  );
}

/** Within this client it leads there without loading it anew. */
function BookmarkLink({ bookmark: { title, url, emoji } }: { readonly bookmark: Bookmark }) {
  const { onOpenPath } = useMessageText();
  const href = safeHref(url);
  const target = href === undefined ? undefined : new URL(href);
  const isHere = target?.origin === window.location.origin;
  const follow = (event: MouseEvent) => {
    const isPlain =
      event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
    if (!isHere || !isPlain || onOpenPath === undefined || target === undefined) return;
    event.preventDefault();
    onOpenPath(target.pathname + target.search + target.hash);
  };
  return (
    <a
      href={href}
      onClick={follow}
      {...(!isHere && { target: "_blank", rel: "noopener noreferrer nofollow" })}
      className="flex min-h-7 max-w-60 items-center gap-1.5 rounded-md px-2 text-[13px] font-medium text-ink2 hover:bg-hover hover:text-ink coarse:min-h-11"
    >
      <span aria-hidden className="grid flex-none place-items-center text-ink3">
        {emoji === "" ? <Link size={14} /> : emoji}
      </span>
      <span className="truncate">{title}</span>
    </a>
  );
}

interface BookmarkMenuProps {
  readonly channelId: string;
  readonly bookmarks: readonly Bookmark[];
  readonly index: number;
  readonly bookmark: Bookmark;
}

const icon = 16;

function BookmarkMenu({ channelId, bookmarks, index, bookmark }: BookmarkMenuProps) {
  const { api } = useWorkspace();
  const { id: bookmarkId, title } = bookmark;
  const placeBefore = (beforeId: string | undefined) => () =>
    void told(api.channels.placeBookmark({ channelId, bookmarkId, beforeId: beforeId ?? "" }));
  const entries = (): readonly MenuEntry[] => {
    const ways: readonly (MenuEntry | false)[] = [
      {
        id: "edit",
        label: t("edit"),
        icon: <Pencil size={icon} />,
        onSelect: () => openDialog({ kind: "bookmark", channelId, bookmark }),
      },
      index > 0 && {
        id: "earlier",
        label: t("earlier"),
        icon: <ArrowLeft size={icon} className="rtl:-scale-x-100" />,
        onSelect: placeBefore(bookmarks[index - 1]?.id),
      },
      index < bookmarks.length - 1 && {
        id: "later",
        label: t("later"),
        icon: <ArrowRight size={icon} className="rtl:-scale-x-100" />,
        onSelect: placeBefore(bookmarks[index + 2]?.id),
      },
      {
        id: "remove",
        label: t("remove"),
        icon: <Trash2 size={icon} />,
        tone: "danger",
        onSelect: () => void told(api.channels.removeBookmark({ channelId, bookmarkId })),
      },
    ];
    return ways.filter((way) => way !== false);
  };
  return (
    <MenuButton
      size="small"
      label={t("more", { title })}
      icon={<EllipsisVertical size={14} />}
      entries={entries}
    />
  );
}
