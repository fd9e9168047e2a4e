import { CheckCheck, Link, LogOut, Star, StarOff } from "lucide-react";
import { NotificationLevel } from "../../../../../gen/chatter/channel/v1/channel_pb.js";
import { t } from "../../../text/text.ts";
import type { MenuEntry } from "../../../ui/menu-entry.ts";
import { type ChannelEntry, isDirect } from "../channel-entry.ts";
import type { ChannelActions } from "./channel-actions.ts";

const icon = 16;

export const levels = [
  { level: NotificationLevel.UNSPECIFIED, label: "level.default" },
  { level: NotificationLevel.EVERYTHING, label: "level.everything" },
  { level: NotificationLevel.MENTIONS, label: "level.mentions" },
  { level: NotificationLevel.NOTHING, label: "level.nothing" },
] as const;

/** The menu of a channel in the sidebar. */
export function channelMenu(entry: ChannelEntry, actions: ChannelActions): readonly MenuEntry[] {
  const { isStarred, unread, mentions } = entry;
  const leave: readonly MenuEntry[] = [
    { kind: "separator", id: "end" },
    {
      id: "leave",
      label: t("sidebar.leave"),
      icon: <LogOut size={icon} />,
      tone: "danger",
      onSelect: () => actions.leave(entry),
    },
  ];
  return [
    {
      id: "read",
      label: t("sidebar.markRead"),
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
      label: t("sidebar.copyLink"),
      icon: <Link size={icon} />,
      onSelect: () => actions.copyLink(entry),
    },
    { kind: "separator", id: "levels" },
    ...levels.map(({ level, label }) => ({
      id: `level-${level}`,
      label: t(label),
      isChosen: entry.level === level,
      onSelect: () => actions.setLevel(entry, level),
    })),
    ...(isDirect(entry) ? [] : leave),
  ];
}
