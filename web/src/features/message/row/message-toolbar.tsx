import { Ellipsis, MessageSquareReply } from "lucide-react";
import { useStore } from "zustand";
import { emojiHabits, quickReactions } from "../../../emoji/habits.ts";
import type { Message } from "../../../store/log/message.ts";
import { toolText } from "../../../text/message-tools.ts";
import { messageKeys } from "../../../ui/hotkey-table.ts";
import { IconButton } from "../../../ui/icon-button.tsx";
import { MenuButton } from "../../../ui/menu-button.tsx";
import { useMessageScope } from "../message-scope.ts";
import { SaveButton, saveEntry, useSaveToggle } from "../saved/save-button.tsx";
import { messageMenu } from "./message-menu.tsx";
import { ReactButton } from "./react-button.tsx";

export interface MessageToolbarProps {
  readonly message: Message;
}

/** What can be done with a message, at its corner while it is pointed at or has the keyboard. */
export function MessageToolbar({ message }: MessageToolbarProps) {
  const { rights, actions } = useMessageScope();
  const save = useSaveToggle(message);
  const habits = useStore(emojiHabits);
  const { openThread } = actions;
  return (
    <div
      role="toolbar"
      aria-label={toolText("actions")}
      className="absolute end-5 -top-3.5 z-1 flex rounded-[9px] border border-line bg-raised p-0.5 shadow-raised max-pane:hidden"
    >
      {rights.canPost &&
        quickReactions(habits).map((emoji) => (
          <IconButton
            key={emoji}
            size="small"
            label={toolText("reactWith", { emoji })}
            icon={<span className="text-[15px] leading-none">{emoji}</span>}
            onClick={() => actions.toggleReaction(message, emoji)}
          />
        ))}
      {rights.canPost && <ReactButton message={message} />}
      {openThread !== undefined && (
        <IconButton
          size="small"
          label={toolText("reply")}
          shortcut={messageKeys.reply[0]}
          icon={<MessageSquareReply size={17} />}
          onClick={() => openThread(message)}
        />
      )}
      <SaveButton message={message} />
      <MenuButton
        size="small"
        placement="bottom end"
        label={toolText("more")}
        icon={<Ellipsis size={17} />}
        entries={() => messageMenu(message, rights, actions, saveEntry(save))}
      />
    </div>
  );
}
