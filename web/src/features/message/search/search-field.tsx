import { Search, X } from "lucide-react";
import { useId, useRef } from "react";
import { searchText } from "../../../text/search.ts";
import { IconButton } from "../../../ui/icon-button.tsx";
import type { Suggestable } from "./suggest.ts";
import { SuggestionList } from "./suggestion-list.tsx";
import { NONE, useSuggestions } from "./use-suggestions.ts";

interface SearchFieldProps extends Suggestable {
  /** What the address says is searched for. */
  readonly query: string;
  readonly onSearch: (query: string) => void;
  /** Told what is being typed, so that people who are not here yet can be looked up. */
  readonly onType: (piece: string) => void;
}

/** The field of a search, with what can be meant while one types. Enter searches, unless a suggestion is chosen. */
export function SearchField(props: SearchFieldProps) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const { text, suggestions, active, setActive, type, choose, onKeyDown, close } = useSuggestions({
    ...props,
    input,
  });
  const clear = () => {
    type("", 0);
    props.onSearch("");
    input.current?.focus();
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
          value={text}
          onChange={({ target }) => type(target.value, target.selectionStart ?? target.value.length)}
          onBlur={close}
          onKeyDown={onKeyDown}
          className="min-h-9 min-w-0 flex-1 bg-transparent outline-none coarse:min-h-11 coarse:text-base"
        />
        {text !== "" && (
          <IconButton size="small" label={searchText("clear")} icon={<X size={15} />} onClick={clear} />
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
