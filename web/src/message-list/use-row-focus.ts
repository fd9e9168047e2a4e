import { type FocusEvent, type KeyboardEvent, type RefObject, useEffect, useRef, useState } from "react";
import { actionOf, listKeys } from "../ui/hotkey-table.ts";
import { mendLostFocus, useLostFocus } from "../ui/lost-focus.tsx";

/**
 * Moves the keyboard from message to message, and to the next one when the one that had it is gone. The focused row is
 * mounted before it is focused.
 */
export function useRowFocus(scroller: RefObject<HTMLElement | null>, messageKeys: readonly string[]) {
  const [focusedKey, setFocusedKey] = useState<string>();
  const wanted = useRef<string>(undefined);
  const latest = useRef<{ readonly key: string; readonly index: number }>(undefined);

  useEffect(() => {
    if (wanted.current === undefined || wanted.current !== focusedKey) return;
    wanted.current = undefined;
    const row = rowsOf(scroller.current).find((candidate) => candidate.dataset["key"] === focusedKey);
    row?.focus({ preventScroll: true });
    row?.scrollIntoView({ block: "nearest" });
  });

  const move = (key: string | undefined) => {
    wanted.current = key;
    if (key !== undefined) setFocusedKey(key);
  };
  const enter = () => move(lastVisible(scroller.current)?.dataset["key"]);
  useLostFocus(() => {
    const { key = "", index = -1 } = latest.current ?? {};
    const neighbour = messageKeys.includes(key) ? undefined : messageKeys.slice(0, index + 1).at(-1);
    move(neighbour);
    return neighbour !== undefined;
  });
  const isGone = focusedKey !== undefined && !messageKeys.includes(focusedKey);
  useEffect(() => {
    if (isGone) mendLostFocus();
  }, [isGone]);

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const step = stepOf(event);
    if (step === 0 || !(event.target instanceof HTMLElement)) return;
    const isOnList = event.target === event.currentTarget;
    const index = messageKeys.indexOf(event.target.dataset["key"] ?? "");
    // Within a row the arrow keys belong to what is there.
    if (!isOnList && index < 0) return;
    event.preventDefault();
    if (isOnList) enter();
    else move(messageKeys[index + step]);
  };
  const onFocus = (event: FocusEvent<HTMLElement>) => {
    const key = event.target.closest<HTMLElement>("[data-key]")?.dataset["key"];
    if (key !== undefined) latest.current = { key, index: messageKeys.indexOf(key) };
    setFocusedKey(key);
  };
  const onBlur = (event: FocusEvent<HTMLElement>) => {
    if (!event.currentTarget.contains(event.relatedTarget)) setFocusedKey(undefined);
  };
  return { focusedKey, enter, handlers: { onKeyDown, onFocus, onBlur } };
}

function stepOf(event: KeyboardEvent): -1 | 0 | 1 {
  const action = actionOf(listKeys, event);
  if (action === undefined) return 0;
  return action === "nextMessage" ? 1 : -1;
}

function rowsOf(scroller: HTMLElement | null): HTMLElement[] {
  return [...(scroller?.querySelectorAll<HTMLElement>("[data-key]") ?? [])];
}

/** Where the keyboard enters: the last message that can be seen. */
function lastVisible(scroller: HTMLElement | null): HTMLElement | undefined {
  const end = scroller?.getBoundingClientRect().bottom ?? 0;
  return rowsOf(scroller).findLast((row) => row.getBoundingClientRect().top < end);
}
