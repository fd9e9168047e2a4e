import { ArrowDown, ArrowUp, CheckCheck, Link, LogOut, Star, StarOff } from "lucide-react";
import { isDirect } from "../../../store/channels/channel.ts";
import { channelMenuText } from "../../../text/channel-menu.ts";
import { t } from "../../../text/text.ts";
import type { MenuEntry } from "../../../ui/menu-entry.ts";
import type { ChannelEntry } from "../channel-entry.ts";
import type { ChannelActions } from "./channel-actions.ts";

const icon = 16;

export const levels = ["default", "everything", "mentions", "nothing"] as const;

/** The menu of a channel in the sidebar; `siblings` are those among which it can be moved. */
export function channelMenu(
  entry: ChannelEntry,
  actions: ChannelActions,
  siblings: readonly ChannelEntry[] = [],
): readonly MenuEntry[] {
  const { isStarred, unread, mentions } = entry;
  const leave: readonly MenuEntry[] = [
    { kind: "separator", id: "end" },
    {
      id: "leave",
      label: channelMenuText("leave"),
      icon: <LogOut size={icon} />,
      tone: "danger",
      onSelect: () => actions.leave(entry),
    },
  ];
  return [
    {
      id: "read",
      label: channelMenuText("markRead"),
      icon: <CheckCheck size={icon} />,
      isDisabled: unread === 0 && mentions === 0,
      onSelect: () => actions.markRead(entry),
    },
    {
      id: "star",
      label: t(isStarred ? "sidebar.unstar" : "sidebar.star"),
      icon: isStarred ? <StarOff size={icon} /> : <Star size={icon} />,
      onSelect: () => actions.setStarred(entry, !isStarred),
    },
    {
      id: "link",
      label: channelMenuText("copyLink"),
      icon: <Link size={icon} />,
      onSelect: () => actions.copyLink(entry),
    },
    ...moves(entry, actions, siblings),
    { kind: "separator", id: "levels" },
    ...levels.map((level) => ({
      id: `level-${level}`,
      label: channelMenuText(`level.${level}`),
      isChosen: entry.level === level,
      onSelect: () => actions.setLevel(entry, level),
    })),
    ...(isDirect(entry) ? [] : leave),
  ];
}

function moves(
  entry: ChannelEntry,
  actions: ChannelActions,
  siblings: readonly ChannelEntry[],
): readonly MenuEntry[] {
  if (siblings.length < 2) return [];
  const index = siblings.findIndex(({ id }) => id === entry.id);
  return [
    { kind: "separator", id: "moves" },
    {
      id: "up",
      label: channelMenuText("moveUp"),
      icon: <ArrowUp size={icon} />,
      isDisabled: index === 0,
      onSelect: () => actions.move(entry, siblings, index - 1),
    },
    {
      id: "down",
      label: channelMenuText("moveDown"),
      icon: <ArrowDown size={icon} />,
      isDisabled: index === siblings.length - 1,
      onSelect: () => actions.move(entry, siblings, index + 1),
    },
  ];
}
