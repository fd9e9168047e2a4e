import { SmilePlus } from "lucide-react";
import { useRef, useState } from "react";
import { EmojiPicker } from "../../../emoji/emoji-picker.tsx";
import { settingsText as t } from "../../../text/settings.ts";
import { Popover } from "../../../ui/popover.tsx";
import { tooltip } from "../../../ui/tooltip.ts";

interface EmojiButtonProps {
  /** Empty: none is chosen. */
  readonly emoji: string;
  readonly onPick: (emoji: string) => void;
}

/** Shows an emoji and lets choose another. */
export function EmojiButton({ emoji, onPick }: EmojiButtonProps) {
  const ref = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const pick = (char: string) => {
    onPick(char);
    setOpen(false);
  };
  return (
    <>
      <button
        ref={ref}
        type="button"
        {...tooltip(t("status.emoji"))}
        aria-label={t("status.emoji")}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => setOpen(true)}
        className="grid size-10 flex-none place-items-center rounded-lg border border-field-line bg-raised text-xl leading-none text-ink3 transition hover:bg-panel coarse:size-11"
      >
        {emoji === "" ? <SmilePlus size={20} aria-hidden /> : emoji}
      </button>
      <Popover label={t("status.emoji")} triggerRef={ref} isOpen={isOpen} onClose={() => setOpen(false)}>
        <EmojiPicker onPick={pick} />
      </Popover>
    </>
  );
}
