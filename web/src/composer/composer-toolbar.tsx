import { ALargeSmall, AtSign, Plus, Smile } from "lucide-react";
import { type ReactNode, useEffect, useRef, useState } from "react";
import type { EmojiPickerProps } from "../emoji/emoji-picker.tsx";
import { composerText } from "../text/composer.ts";
import { IconButton } from "../ui/icon-button.tsx";
import { lazyPart } from "../ui/lazy-part.tsx";
import { MenuButton } from "../ui/menu-button.tsx";
import { Popover } from "../ui/popover.tsx";
import { type Edit, replaceSelection, type TextState } from "./edit.ts";
import { type Format, formats, frequentFormats } from "./formats.ts";

const EmojiPicker = lazyPart<EmojiPickerProps>(() =>
  import("../emoji/emoji-picker.tsx").then((part) => part.EmojiPicker),
);

interface ComposerToolbarProps {
  readonly edit: (make: (state: TextState) => Edit | undefined) => void;
  readonly onFiles: ((files: readonly File[]) => void) | undefined;
  readonly tools: ReactNode;
  /** The button that sends. */
  readonly children: ReactNode;
}

export function ComposerToolbar({ edit, onFiles, tools, children }: ComposerToolbarProps) {
  return (
    <div className="@container flex items-center gap-0.5 px-1.5 pb-1.5">
      {onFiles && <AttachButton onFiles={onFiles} />}
      <div className="hidden gap-0.5 @md:flex">
        {frequentFormats.map((format) => (
          <FormatButton key={format.id} format={format} onPress={() => edit(format.edit)} />
        ))}
      </div>
      <MenuButton
        label={composerText("format")}
        icon={<ALargeSmall size={20} />}
        placement="top start"
        entries={() =>
          formats.map(({ id, label, icon: Icon, hotkey, edit: make }) => ({
            id,
            label: composerText(label),
            icon: <Icon size={16} />,
            shortcut: hotkey,
            onSelect: () => edit(make),
          }))
        }
      />
      <EmojiButton onPick={(char) => edit((state) => replaceSelection(state, char))} />
      <IconButton
        label={composerText("mention")}
        icon={<AtSign size={18} />}
        onClick={() => edit((state) => replaceSelection(state, needsSpace(state) ? " @" : "@"))}
      />
      {tools}
      <span className="flex-1" />
      {children}
    </div>
  );
}

function FormatButton({ format, onPress }: { readonly format: Format; readonly onPress: () => void }) {
  const { label, icon: Icon, hotkey } = format;
  return (
    <IconButton label={composerText(label)} icon={<Icon size={17} />} shortcut={hotkey} onClick={onPress} />
  );
}

function AttachButton({ onFiles }: { readonly onFiles: (files: readonly File[]) => void }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <IconButton
        label={composerText("attach")}
        icon={<Plus size={20} />}
        onClick={() => input.current?.click()}
      />
      <input
        ref={input}
        type="file"
        multiple
        hidden
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])]);
          event.target.value = "";
        }}
      />
    </>
  );
}

function EmojiButton({ onPick }: { readonly onPick: (char: string) => void }) {
  const ref = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const picked = useRef<string>(undefined);
  const pick = (char: string, wantsMore: boolean) => {
    if (wantsMore) return onPick(char);
    picked.current = char;
    setOpen(false);
  };
  // The open popover keeps the keyboard; the text area gets it only now.
  useEffect(() => {
    if (isOpen || picked.current === undefined) return;
    onPick(picked.current);
    picked.current = undefined;
  });
  return (
    <>
      <IconButton
        ref={ref}
        label={composerText("emoji")}
        icon={<Smile size={18} />}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => setOpen(true)}
      />
      <Popover
        label={composerText("emoji")}
        triggerRef={ref}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        placement="top start"
      >
        <EmojiPicker onPick={pick} />
      </Popover>
    </>
  );
}

function needsSpace({ text, start }: TextState): boolean {
  return start > 0 && !/\s/.test(text[start - 1] ?? "");
}
