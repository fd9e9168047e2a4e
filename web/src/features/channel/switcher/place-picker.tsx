import { Search } from "lucide-react";
import { type KeyboardEvent, useId, useMemo, useState } from "react";
import { rank } from "./rank.ts";
import type { SwitcherChoice } from "./switcher.tsx";
import { SwitcherOption } from "./switcher-option.tsx";

interface PlacePickerProps {
  readonly label: string;
  readonly found: string;
  readonly placeholder: string;
  /** What can be picked: `run` is called with what is. */
  readonly choices: readonly SwitcherChoice[];
  /** Told what is typed, so that people who are not here yet can be looked up. */
  readonly onQuery: (query: string) => void;
}

const most = 6;

/** Picks a channel or a person by a few letters, where the switcher would go there. */
export function PlacePicker({ label, found: foundLabel, placeholder, choices, onQuery }: PlacePickerProps) {
  const listId = useId();
  const [query, setQuery] = useState("");
  const [active, setActive] = useState(0);
  // At once, not deferred: Enter picks what stands there for what was typed.
  const found = useMemo(() => rank(choices, query, most), [choices, query]);
  const type = (next: string) => {
    setQuery(next);
    setActive(0);
    onQuery(next);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const chosen = found[active]?.choice;
    if (event.key === "Enter" && chosen !== undefined && !event.nativeEvent.isComposing) {
      event.preventDefault();
      chosen.run();
    }
    const step = { ArrowDown: 1, ArrowUp: found.length - 1 }[event.key];
    if (step === undefined || found.length === 0) return;
    event.preventDefault();
    setActive((active + step) % found.length);
  };
  return (
    <div>
      <label className="flex items-center gap-2.5 rounded-lg border border-field-line bg-raised px-3 focus-within:border-accent">
        <Search size={16} className="text-ink3" aria-hidden />
        <input
          autoFocus
          role="combobox"
          aria-label={label}
          aria-expanded={found.length > 0}
          aria-controls={listId}
          aria-activedescendant={found.length > 0 ? `${listId}-${active}` : undefined}
          placeholder={placeholder}
          value={query}
          onChange={(event) => type(event.target.value)}
          onKeyDown={onKeyDown}
          className="min-h-10 min-w-0 flex-1 bg-transparent text-[15px] outline-none coarse:min-h-11 coarse:text-base"
        />
      </label>
      <div id={listId} role="listbox" aria-label={foundLabel} className="pt-1">
        {found.map(({ choice, marks }, index) => (
          <SwitcherOption
            key={choice.id}
            id={`${listId}-${index}`}
            choice={choice}
            marks={marks}
            isActive={index === active}
            onPoint={() => setActive(index)}
            onChoose={choice.run}
          />
        ))}
      </div>
    </div>
  );
}
