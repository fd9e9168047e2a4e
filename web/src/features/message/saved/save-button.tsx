import { Bookmark, BookmarkCheck } from "lucide-react";
import { failureOf } from "../../../api/failure.ts";
import type { Message } from "../../../store/log/message.ts";
import { useSaved } from "../../../store/saved/use-saved.ts";
import { savedText } from "../../../text/saved.ts";
import { messageKeys } from "../../../ui/hotkey-table.ts";
import { IconButton } from "../../../ui/icon-button.tsx";
import type { MenuAction } from "../../../ui/menu-entry.ts";
import { showToast } from "../../../ui/toast-store.ts";

/** Says in a toast why what one keeps was not changed. */
export async function toldOfSaving(work: Promise<void>): Promise<void> {
  await work.catch((error: unknown) => showToast({ text: failureOf(error).text, tone: "danger" }));
}

/** How a message is kept for later, or not any more. */
export function useSaveToggle({ id }: Message): { readonly isSaved: boolean; readonly toggle: () => void } {
  const { state, set } = useSaved(id);
  const isSaved = state === "saved";
  const toggle = () => void toldOfSaving(set(isSaved ? undefined : "saved"));
  return { isSaved, toggle };
}

export function SaveButton({ message }: { readonly message: Message }) {
  const { isSaved, toggle } = useSaveToggle(message);
  return (
    <IconButton
      data-save
      size="small"
      label={savedText(isSaved ? "unsave" : "save")}
      shortcut={messageKeys.save[0]}
      icon={isSaved ? <BookmarkCheck size={17} className="text-accent" /> : <Bookmark size={17} />}
      onClick={toggle}
    />
  );
}

export function saveEntry({ isSaved, toggle }: ReturnType<typeof useSaveToggle>): MenuAction {
  return {
    id: "save",
    label: savedText(isSaved ? "unsave" : "save"),
    icon: isSaved ? <BookmarkCheck size={16} /> : <Bookmark size={16} />,
    shortcut: messageKeys.save[0],
    onSelect: toggle,
  };
}
