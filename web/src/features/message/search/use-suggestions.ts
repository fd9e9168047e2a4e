import { type KeyboardEvent, type RefObject, useEffect, useState } from "react";
import { accept, pieceAt, type Suggestable, type Suggestion, suggest } from "./suggest.ts";

interface Suggesting extends Suggestable {
  readonly query: string;
  readonly input: RefObject<HTMLInputElement | null>;
  readonly onSearch: (query: string) => void;
  readonly onType: (piece: string) => void;
}

export const NONE = -1;

/** What is typed into the field of a search, and the suggestions below it. The address may change it from outside. */
export function useSuggestions({ query, input, people, channels, onSearch, onType }: Suggesting) {
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
  const search = () => {
    setOpen(false);
    onSearch(typed.query.trim());
  };
  const step = (by: 1 | -1) => {
    const count = suggestions.length;
    setActive(active === NONE && by < 0 ? count - 1 : (active + by + count) % count);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const chosen = suggestions[active];
    const press = keys({ chosen, isListed: suggestions.length > 0 })[event.key];
    if (press === undefined || event.nativeEvent.isComposing) return;
    event.preventDefault();
    press();
  };
  const keys = ({ chosen, isListed }: { chosen: Suggestion | undefined; isListed: boolean }) => {
    const take = chosen === undefined ? undefined : () => choose(chosen);
    const inList = { ArrowDown: () => step(1), ArrowUp: () => step(-1), Escape: () => setOpen(false) };
    const all: Readonly<Record<string, (() => void) | undefined>> = {
      Enter: take ?? search,
      Tab: take,
      ...(isListed && inList),
    };
    return all;
  };
  return {
    text: typed.query,
    suggestions,
    active,
    setActive,
    type,
    choose,
    onKeyDown,
    close: () => setOpen(false),
  };
}
