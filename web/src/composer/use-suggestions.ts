import { useEffect, useState } from "react";
import { composerText } from "../text/composer.ts";
import { announce } from "../ui/announcer.tsx";
import type { Suggestion, SuggestionSources } from "./suggestion.ts";
import { findTrigger, type Trigger } from "./trigger.ts";

interface SuggestionOptions {
  readonly text: string;
  /** Absent while something is selected or the keyboard is elsewhere. */
  readonly caret: number | undefined;
  readonly sources: SuggestionSources;
}

interface Found {
  readonly of: string;
  readonly items: readonly Suggestion[];
}

const nothing: Found = { of: "", items: [] };

/** The suggestions for what is being typed; `press` walks through them and chooses, if the key is theirs. */
export function useSuggestions({ text, caret, sources }: SuggestionOptions) {
  const trigger = caret === undefined ? undefined : findTrigger(text, caret);
  const source = trigger && sources[trigger.sign];
  const place = trigger && placeOf(trigger);
  const query = trigger?.query;
  const [found, setFound] = useState(nothing);
  const [active, setActive] = useState(0);
  const [dismissed, setDismissed] = useState<string>();

  useEffect(() => {
    if (place === undefined || query === undefined || source === undefined) return setFound(nothing);
    let isStale = false;
    const show = (items: readonly Suggestion[]) => {
      if (isStale) return;
      setFound({ of: place, items });
      setActive(0);
      if (items.length > 0) announce(composerText("suggestions", { count: items.length }));
    };
    // Suggestions are a help: without an answer one goes on typing.
    Promise.resolve(source(query)).then(show, () => show([]));
    return () => {
      isStale = true;
    };
  }, [place, query, source]);

  // What was found for the letter before stays until the next is found, so that the list does not blink.
  const items = found.of === place && dismissed !== place ? found.items : nothing.items;
  const press = (key: string, choose: (suggestion: Suggestion) => void): boolean => {
    const chosen = items[active];
    if (chosen === undefined) return false;
    const by = { ArrowDown: 1, ArrowUp: items.length - 1 }[key];
    if (by !== undefined) setActive((active + by) % items.length);
    else if (key === "Escape") setDismissed(place);
    else if (key === "Enter" || key === "Tab") choose(chosen);
    else return false;
    return true;
  };
  return { trigger, items, active, setActive, press };
}

function placeOf({ sign, from }: Trigger): string {
  return `${sign}${from}`;
}
