import {
  AlarmClock,
  Copy,
  CornerDownRight,
  EyeOff,
  Forward,
  History,
  Link,
  MessageSquareReply,
  Pencil,
  Pin,
  PinOff,
  Trash2,
} from "lucide-react";
import type { Message } from "../../../store/log/message.ts";
import { inboxText } from "../../../text/inbox.ts";
import { toolText } from "../../../text/message-tools.ts";
import { messageKeys } from "../../../ui/hotkey-table.ts";
import type { MenuAction, MenuEntry } from "../../../ui/menu-entry.ts";
import { momentOf } from "../later/send-times.ts";
import { canEdit, canMove, canRemove, type MessageRights, type RowActions } from "../message-scope.ts";

const icon = 16;

/** All that can be done with a message, for a menu or a sheet. */
export function messageMenu(
  message: Message,
  rights: MessageRights,
  actions: RowActions,
  save: MenuAction,
): readonly MenuEntry[] {
  const { openThread, markUnread } = actions;
  const isPinned = message.pin !== undefined;
  const ways: readonly (MenuEntry | false)[] = [
    openThread !== undefined && {
      id: "reply",
      label: toolText("reply"),
      icon: <MessageSquareReply size={icon} />,
      shortcut: messageKeys.reply[0],
      onSelect: () => openThread(message),
    },
    save,
    canEdit(message, rights) && {
      id: "edit",
      label: toolText("edit"),
      icon: <Pencil size={icon} />,
      shortcut: messageKeys.edit[0],
      onSelect: () => actions.edit(message),
    },
    rights.canPost && {
      id: "pin",
      label: toolText(isPinned ? "unpin" : "pin"),
      icon: isPinned ? <PinOff size={icon} /> : <Pin size={icon} />,
      shortcut: messageKeys.pin[0],
      onSelect: () => actions.togglePin(message),
    },
    markUnread !== undefined && {
      id: "unread",
      label: toolText("markUnread"),
      icon: <EyeOff size={icon} />,
      shortcut: messageKeys.unread[0],
      onSelect: () => markUnread(message),
    },
    ...reminding(message, actions),
    message.editedAt !== undefined && {
      id: "versions",
      label: toolText("versions"),
      icon: <History size={icon} />,
      onSelect: () => actions.showVersions(message),
    },
    ...moving(message, rights, actions),
    ...sharing(message, actions),
    ...(canRemove(message, rights) ? removal(message, actions) : []),
  ];
  return ways.filter((way) => way !== false);
}

function moving(message: Message, rights: MessageRights, { moveToThread }: RowActions): readonly MenuEntry[] {
  if (moveToThread === undefined || !canMove(message, rights)) return [];
  const move = { id: "move", label: toolText("move"), icon: <CornerDownRight size={icon} /> };
  return [{ ...move, onSelect: () => moveToThread(message) }];
}

function reminding(message: Message, { remind }: RowActions): readonly MenuEntry[] {
  return [
    { id: "hour", label: inboxText("remind.hour"), time: "1h" as const },
    { id: "tomorrow", label: inboxText("remind.tomorrow"), time: "tomorrow" as const },
  ].map(({ time, ...entry }) => ({
    ...entry,
    icon: <AlarmClock size={icon} />,
    onSelect: () => remind(message, momentOf(time, new Date())),
  }));
}

function sharing(message: Message, actions: RowActions): readonly MenuEntry[] {
  return [
    {
      id: "forward",
      label: toolText("forward"),
      icon: <Forward size={icon} />,
      onSelect: () => actions.forward(message),
    },
    {
      id: "text",
      label: toolText("copyText"),
      icon: <Copy size={icon} />,
      shortcut: messageKeys.copy[0],
      onSelect: () => actions.copyText(message),
    },
    {
      id: "link",
      label: toolText("copyLink"),
      icon: <Link size={icon} />,
      onSelect: () => actions.copyLink(message),
    },
  ];
}

function removal(message: Message, actions: RowActions): readonly MenuEntry[] {
  const remove = {
    id: "remove",
    label: toolText("remove"),
    icon: <Trash2 size={icon} />,
    shortcut: messageKeys.remove[0],
    tone: "danger" as const,
    onSelect: () => actions.remove(message),
  };
  return [{ kind: "separator", id: "end" }, remove];
}
