import { useEffect, useRef } from "react";
import { composerText } from "../text/composer.ts";
import type { Suggestion } from "./suggestion.ts";

interface SuggestionListProps {
  readonly id: string;
  readonly items: readonly Suggestion[];
  readonly active: number;
  readonly onPoint: (index: number) => void;
  readonly onChoose: (suggestion: Suggestion) => void;
}

export function optionId(listId: string, index: number): string {
  return `${listId}-${index}`;
}

/** Stands above the text area, which keeps the keyboard. */
export function SuggestionList({ id, items, active, onPoint, onChoose }: SuggestionListProps) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" });
  }, [active]);
  return (
    <div
      ref={list}
      id={id}
      role="listbox"
      aria-label={composerText("suggestionList")}
      // A press must not take the keyboard out of the text area.
      onPointerDown={(event) => event.preventDefault()}
      className="absolute inset-x-0 bottom-full z-2 mb-2 max-h-72 overflow-y-auto rounded-xl border border-line bg-raised p-1 shadow-raised"
    >
      {items.map((item, index) => (
        <div
          key={item.id}
          id={optionId(id, index)}
          role="option"
          aria-selected={index === active}
          onPointerMove={() => onPoint(index)}
          onClick={() => onChoose(item)}
          className="flex min-h-9 cursor-pointer items-center gap-2.5 rounded-lg px-2.5 aria-selected:bg-accent-soft coarse:min-h-11"
        >
          <span aria-hidden className="grid w-6 flex-none place-items-center text-lg leading-none text-ink2">
            {item.icon}
          </span>
          <span className="truncate font-medium">{item.label}</span>
          <span className="min-w-0 flex-1 truncate text-[13px] text-ink2">{item.detail}</span>
        </div>
      ))}
    </div>
  );
}
