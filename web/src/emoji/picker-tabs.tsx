import { emojiText } from "../text/emoji.ts";
import { tooltip } from "../ui/tooltip.ts";
import type { PickerSection } from "./picker-rows.ts";

interface PickerTabsProps {
  readonly sections: readonly PickerSection[];
  readonly onChoose: (id: PickerSection["id"]) => void;
}

const signs: Readonly<Record<PickerSection["id"], string>> = {
  recent: "🕘",
  found: "🔍",
  group0: "😀",
  group1: "👋",
  group3: "🐻",
  group4: "🍎",
  group5: "🚗",
  group6: "⚽",
  group7: "💡",
  group8: "❤️",
  group9: "🏁",
};

/** Jumps to a category. The sections themselves can be walked through, so these are not stops of the Tab key. */
export function PickerTabs({ sections, onChoose }: PickerTabsProps) {
  return (
    <div className="flex justify-between border-b border-line px-2 pb-1">
      {sections.map(({ id }) => (
        <button
          key={id}
          type="button"
          tabIndex={-1}
          aria-label={emojiText(id)}
          {...tooltip(emojiText(id))}
          onClick={() => onChoose(id)}
          className="grid size-7.5 place-items-center rounded-md text-[17px] leading-none opacity-75 grayscale transition hover:bg-hover hover:opacity-100 hover:grayscale-0"
        >
          <span aria-hidden>{signs[id]}</span>
        </button>
      ))}
    </div>
  );
}
