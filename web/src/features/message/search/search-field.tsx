import { Search, X } from "lucide-react";
import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { searchText } from "../../../text/search.ts";
import { IconButton } from "../../../ui/icon-button.tsx";
import { accept, pieceAt, type Suggestable, type Suggestion, suggest } from "./suggest.ts";
import { SuggestionList } from "./suggestion-list.tsx";

interface SearchFieldProps extends Suggestable {
  /** What the address says is searched for. */
  readonly query: string;
  readonly onSearch: (query: string) => void;
  /** Told what is being typed, so that people who are not here yet can be looked up. */
  readonly onType: (piece: string) => void;
}

const NONE = -1;

/** The field of a search, with what can be meant while one types. Enter searches, unless a suggestion is chosen. */
export function SearchField({ query, people, channels, onSearch, onType }: SearchFieldProps) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState({ query, caret: query.length });
  const [active, setActive] = useState(NONE);
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    setTyped({ query, caret: query.length });
    setOpen(false);
  }, [query]);
  const piece = pieceAt(typed.query, typed.caret);
  const suggestions = isOpen ? suggest(piece.text, { people, channels }) : [];

  const type = (next: string, caret: number) => {
    setTyped({ query: next, caret });
    setActive(NONE);
    setOpen(true);
    onType(pieceAt(next, caret).text.replace(/^-?\w+:/, ""));
  };
  const choose = (suggestion: Suggestion) => {
    const next = accept(typed.query, typed.caret, suggestion);
    type(next.query, next.caret);
    input.current?.focus();
    requestAnimationFrame(() => input.current?.setSelectionRange(next.caret, next.caret));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const chosen = suggestions[active];
    if (event.key === "Enter" || (event.key === "Tab" && chosen !== undefined)) {
      event.preventDefault();
      if (chosen !== undefined) return choose(chosen);
      setOpen(false);
      onSearch(typed.query.trim());
    }
    if (event.key === "Escape" && suggestions.length > 0) {
      event.preventDefault();
      setOpen(false);
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined || suggestions.length === 0) return;
    event.preventDefault();
    const count = suggestions.length;
    setActive(active === NONE && step < 0 ? count - 1 : (active + step + count) % count);
  };
  return (
    <search className="relative min-w-0 flex-1">
      <label className="flex items-center gap-2 rounded-lg border border-field-line bg-raised px-2.5 focus-within:border-accent">
        <Search size={16} className="flex-none text-ink3" aria-hidden />
        <input
          ref={input}
          autoFocus
          role="combobox"
          aria-label={searchText("title")}
          aria-expanded={suggestions.length > 0}
          aria-controls={id}
          aria-autocomplete="list"
          aria-activedescendant={active === NONE ? undefined : `${id}-${active}`}
          enterKeyHint="search"
          autoComplete="off"
          spellCheck={false}
          maxLength={10_000}
          placeholder={searchText("placeholder")}
          value={typed.query}
          onChange={({ target }) => type(target.value, target.selectionStart ?? target.value.length)}
          onBlur={() => setOpen(false)}
          onKeyDown={onKeyDown}
          className="min-h-9 min-w-0 flex-1 bg-transparent outline-none coarse:min-h-11 coarse:text-base"
        />
        {typed.query !== "" && (
          <IconButton
            size="small"
            label={searchText("clear")}
            icon={<X size={15} />}
            onClick={() => {
              type("", 0);
              onSearch("");
              input.current?.focus();
            }}
          />
        )}
      </label>
      <SuggestionList
        id={id}
        suggestions={suggestions}
        active={active}
        onPoint={setActive}
        onChoose={choose}
      />
    </search>
  );
}
