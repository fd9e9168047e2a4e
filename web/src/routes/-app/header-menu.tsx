import { BookmarkPlus, CalendarDays, Info, Pin, Star, StarOff, Users } from "lucide-react";
import { bookmarkText } from "../../text/bookmark.ts";
import { dateText } from "../../text/date.ts";
import { t } from "../../text/text.ts";
import type { MenuEntry } from "../../ui/menu-entry.ts";

interface HeaderMenuWays {
  readonly showPeople: () => void;
  readonly showPins: () => void;
  readonly showDetails: () => void;
  readonly setStarred: (isStarred: boolean) => void;
  readonly jumpToDate: () => void;
  /** Absent for those who may not. */
  readonly addBookmark: (() => void) | undefined;
  readonly isStarred: boolean;
  /** Absent for conversations, whose title says who is in them. */
  readonly peopleCount: number | undefined;
}

const icon = 16;

/** What can be done with the channel on screen; on a phone it stands for the header's buttons too. */
export function headerMenu(ways: HeaderMenuWays): readonly MenuEntry[] {
  const { isStarred, peopleCount: count } = ways;
  const entries: readonly (MenuEntry | false)[] = [
    {
      id: "details",
      label: t("channel.details"),
      icon: <Info size={icon} />,
      onSelect: ways.showDetails,
    },
    count !== undefined && {
      id: "people",
      label: t("channel.people", { count }),
      icon: <Users size={icon} />,
      onSelect: ways.showPeople,
    },
    { id: "pins", label: t("channel.pins"), icon: <Pin size={icon} />, onSelect: ways.showPins },
    ways.addBookmark !== undefined && {
      id: "bookmark",
      label: bookmarkText("add"),
      icon: <BookmarkPlus size={icon} />,
      onSelect: ways.addBookmark,
    },
    {
      id: "date",
      label: dateText("jump"),
      icon: <CalendarDays size={icon} />,
      onSelect: ways.jumpToDate,
    },
    {
      id: "star",
      label: t(isStarred ? "sidebar.unstar" : "sidebar.star"),
      icon: isStarred ? <StarOff size={icon} /> : <Star size={icon} />,
      onSelect: () => ways.setStarred(!isStarred),
    },
  ];
  return entries.filter((entry) => entry !== false);
}
