import { Search } from "lucide-react";
import { type KeyboardEvent, useDeferredValue, useEffect, useMemo, useState } from "react";
import { useStore } from "zustand";
import { emojiText } from "../text/emoji.ts";
import { t } from "../text/text.ts";
import { Button } from "../ui/button.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import { emojiHabits, rememberEmoji } from "./habits.ts";
import { PickerFooter } from "./picker-footer.tsx";
import { cellId, PickerGrid, sectionId } from "./picker-grid.tsx";
import { emojiAt, type Place, pickerSections, step } from "./picker-rows.ts";
import { PickerTabs } from "./picker-tabs.tsx";
import { type EmojiIndex, emojiStore, loadEmoji } from "./store.ts";
import { type Emoji, withTone } from "./table.ts";

export interface EmojiPickerProps {
  /** With Shift held the person wants more than one: the picker should stay open. */
  readonly onPick: (char: string, wantsMore: boolean) => void;
}

const beginning: Place = { row: 0, column: 0 };

/** Search, recent emoji and categories. The keyboard stays in the search field and walks the grid from there. */
export function EmojiPicker({ onPick }: EmojiPickerProps) {
  const index = useStore(emojiStore);
  const [hasFailed, setFailed] = useState(false);
  useEffect(() => {
    if (!hasFailed) loadEmoji().catch(() => setFailed(true));
  }, [hasFailed]);
  return (
    <div className="flex h-105 max-h-[70dvh] w-84 flex-col">
      {index !== undefined && <LoadedPicker index={index} onPick={onPick} />}
      {index === undefined && !hasFailed && <Skeleton className="m-3 flex-1" />}
      {index === undefined && hasFailed && (
        <div className="m-auto flex flex-col items-center gap-3">
          <p>{emojiText("failed")}</p>
          <Button onClick={() => setFailed(false)}>{t("ui.retry")}</Button>
        </div>
      )}
    </div>
  );
}

function LoadedPicker({ index, onPick }: EmojiPickerProps & { readonly index: EmojiIndex }) {
  const { tone, recent } = useStore(emojiHabits);
  // Fixed while the picker is open: what is picked must not shift the grid under the pointer.
  const [shownRecent] = useState(recent);
  const [query, setQuery] = useState("");
  const [active, setActive] = useState(beginning);
  const searched = useDeferredValue(query);
  const sections = useMemo(
    () => pickerSections(index, searched, shownRecent),
    [index, searched, shownRecent],
  );

  const pick = (emoji: Emoji, wantsMore: boolean) => {
    rememberEmoji(emoji.char);
    onPick(emoji.tones ? withTone(emoji.char, tone) : emoji.char, wantsMore);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const chosen = emojiAt(sections, active);
    if (event.key === "Enter" && chosen !== undefined) pick(chosen, event.shiftKey);
    // Within the words of a search these keys move the caret.
    const isCaretKey = query !== "" && ["ArrowLeft", "ArrowRight", "Home", "End"].includes(event.key);
    const next = isCaretKey ? undefined : step(sections, active, event.key);
    if (event.key === "Enter" || next !== undefined) event.preventDefault();
    if (next === undefined) return;
    setActive(next);
    document.getElementById(cellId(next))?.scrollIntoView({ block: "nearest" });
  };
  return (
    <>
      <label className="m-2 mb-1 flex items-center gap-2 rounded-lg border border-field-line px-2.5 focus-within:border-accent">
        <Search size={16} className="text-ink3" aria-hidden />
        <input
          autoFocus
          role="combobox"
          aria-label={emojiText("search")}
          aria-expanded
          aria-controls="emoji-grid"
          aria-activedescendant={sections.length > 0 ? cellId(active) : undefined}
          placeholder={emojiText("search")}
          value={query}
          onChange={(event) => {
            setQuery(event.target.value);
            setActive(beginning);
          }}
          onKeyDown={onKeyDown}
          className="min-h-9 flex-1 bg-transparent outline-none"
        />
      </label>
      {query === "" && (
        <PickerTabs
          sections={sections}
          onChoose={(id) => document.getElementById(sectionId(id))?.scrollIntoView({ block: "start" })}
        />
      )}
      {sections.length === 0 ? (
        <p className="m-auto text-ink3">{emojiText("nothingFound", { query })}</p>
      ) : (
        <PickerGrid sections={sections} active={active} tone={tone} onPick={pick} onPoint={setActive} />
      )}
      <PickerFooter emoji={emojiAt(sections, active)} tone={tone} />
    </>
  );
}
