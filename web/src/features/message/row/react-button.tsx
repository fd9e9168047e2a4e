import { SmilePlus } from "lucide-react";
import { useRef, useState } from "react";
import type { EmojiPickerProps } from "../../../emoji/emoji-picker.tsx";
import type { Message } from "../../../store/log/message.ts";
import { t } from "../../../text/text.ts";
import { messageKeys } from "../../../ui/hotkey-table.ts";
import { IconButton } from "../../../ui/icon-button.tsx";
import { lazyPart } from "../../../ui/lazy-part.tsx";
import { Popover } from "../../../ui/popover.tsx";
import { useMessageScope } from "../message-scope.ts";

const EmojiPicker = lazyPart<EmojiPickerProps>(() =>
  import("../../../emoji/emoji-picker.tsx").then((part) => part.EmojiPicker),
);

interface ReactButtonProps {
  readonly message: Message;
  readonly className?: string;
}

/** Opens the emoji to react with. */
export function ReactButton({ message, className }: ReactButtonProps) {
  const ref = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const { actions } = useMessageScope();
  const pick = (emoji: string, wantsMore: boolean) => {
    actions.toggleReaction(message, emoji);
    if (!wantsMore) setOpen(false);
  };
  return (
    <>
      <IconButton
        ref={ref}
        data-react
        size="small"
        label={t("message.react")}
        shortcut={messageKeys.react[0]}
        icon={<SmilePlus size={17} />}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => setOpen(true)}
        {...(className !== undefined && { className })}
      />
      <Popover
        label={t("message.react")}
        triggerRef={ref}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        placement="bottom end"
      >
        <EmojiPicker onPick={pick} />
      </Popover>
    </>
  );
}
