import { searchText } from "../../../text/search.ts";
import type { Suggestion } from "./suggest.ts";

interface SuggestionListProps {
  readonly id: string;
  readonly suggestions: readonly Suggestion[];
  readonly active: number;
  readonly onPoint: (index: number) => void;
  readonly onChoose: (suggestion: Suggestion) => void;
}

/** Below the field, which keeps the keyboard. */
export function SuggestionList({ id, suggestions, active, onPoint, onChoose }: SuggestionListProps) {
  return (
    <div
      id={id}
      role="listbox"
      aria-label={searchText("suggestions")}
      className={
        suggestions.length === 0
          ? "hidden"
          : "absolute inset-x-0 top-full z-5 mt-1 max-h-80 overflow-y-auto rounded-lg border border-line bg-raised p-1 shadow-raised"
      }
    >
      {suggestions.map((suggestion, index) => (
        <div
          key={suggestion.text}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          onPointerMove={() => onPoint(index)}
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onChoose(suggestion)}
          className="flex min-h-9 cursor-pointer items-center gap-3 rounded-md px-2.5 aria-selected:bg-accent-soft coarse:min-h-11"
        >
          <code className="flex-none text-[13.5px]">{suggestion.text}</code>
          <span className="truncate text-[13px] text-ink3">
            {suggestion.operator === undefined ? suggestion.title : searchText(`${suggestion.operator}.tip`)}
          </span>
        </div>
      ))}
    </div>
  );
}
