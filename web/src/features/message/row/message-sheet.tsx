import { useEffect, useState } from "react";
import { useStore } from "zustand";
import { EmojiPicker } from "../../../emoji/emoji-picker.tsx";
import { emojiHabits, quickReactions } from "../../../emoji/habits.ts";
import type { Message } from "../../../store/log/message.ts";
import { toolText } from "../../../text/message-tools.ts";
import { t } from "../../../text/text.ts";
import { classNames } from "../../../ui/class-names.ts";
import { Dialog } from "../../../ui/dialog.tsx";
import type { MenuAction } from "../../../ui/menu-entry.ts";
import { useMessageScope } from "../message-scope.ts";
import { saveEntry, useSaveToggle } from "../saved/save-button.tsx";
import { messageMenu } from "./message-menu.tsx";

export interface MessageSheetProps {
  readonly message: Message;
  readonly onClose: () => void;
}

/** What can be done with a message, rising from the bottom where a finger rested on it. */
export function MessageSheet({ message, onClose }: MessageSheetProps) {
  const { rights, actions } = useMessageScope();
  const save = useSaveToggle(message);
  const [picks, setPicks] = useState(false);
  const [chosen, setChosen] = useState<() => void>();
  // The open sheet keeps the keyboard: what was chosen may take it elsewhere only when the sheet is closed.
  useEffect(() => {
    if (chosen === undefined) return;
    onClose();
    chosen();
  }, [chosen, onClose]);
  const choose = (act: () => void) => setChosen(() => act);
  const react = (emoji: string) => choose(() => actions.toggleReaction(message, emoji));
  return (
    <Dialog title={toolText("actions")} isTitleHidden isOpen={chosen === undefined} onClose={onClose}>
      {picks ? (
        <div className="flex justify-center">
          <EmojiPicker onPick={react} />
        </div>
      ) : (
        <>
          {rights.canPost && <QuickReactions onReact={react} onMore={() => setPicks(true)} />}
          <Ways entries={messageMenu(message, rights, actions, saveEntry(save))} onChoose={choose} />
        </>
      )}
    </Dialog>
  );
}

interface QuickReactionsProps {
  readonly onReact: (emoji: string) => void;
  readonly onMore: () => void;
}

function QuickReactions({ onReact, onMore }: QuickReactionsProps) {
  const habits = useStore(emojiHabits);
  const button = "grid size-12 place-items-center rounded-full bg-panel text-2xl leading-none";
  return (
    <div className="flex justify-around px-4 pt-4 pb-2">
      {quickReactions(habits).map((emoji) => (
        <button
          key={emoji}
          type="button"
          aria-label={toolText("reactWith", { emoji })}
          onClick={() => onReact(emoji)}
          className={button}
        >
          {emoji}
        </button>
      ))}
      <button type="button" aria-label={t("message.react")} onClick={onMore} className={button}>
        +
      </button>
    </div>
  );
}

interface WaysProps {
  readonly entries: ReturnType<typeof messageMenu>;
  readonly onChoose: (act: () => void) => void;
}

function Ways({ entries, onChoose }: WaysProps) {
  const isAction = (entry: (typeof entries)[number]): entry is MenuAction => entry.kind !== "separator";
  return (
    <ul className="px-2 pb-2">
      {entries.filter(isAction).map(({ id, label, icon, tone, onSelect }) => (
        <li key={id}>
          <button
            type="button"
            onClick={() => onChoose(onSelect)}
            className={classNames(
              "flex min-h-12 w-full items-center gap-4 rounded-lg px-4 text-start active:bg-hover",
              tone === "danger" && "text-mention",
            )}
          >
            <span className="text-current/70">{icon}</span>
            {label}
          </button>
        </li>
      ))}
    </ul>
  );
}
