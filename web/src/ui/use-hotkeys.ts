import { useEffect, useRef } from "react";
import { isPageCovered } from "./hotkey.ts";
import { actionOf, type HotkeyTable } from "./hotkey-table.ts";

type Handlers<Table extends HotkeyTable> = Readonly<Record<keyof Table, () => void>>;

/**
 * Does what the keys of a table do when they are pressed anywhere on an uncovered page and nobody nearer has taken
 * them. Give it the same table always. A sign alone is a sign where one writes.
 */
export function useHotkeys<Table extends HotkeyTable>(table: Table, handlers: Handlers<Table>): void {
  const latest = useRef(handlers);
  useEffect(() => {
    latest.current = handlers;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      const action = actionOf(table, event);
      if (action === undefined || isPageCovered() || isWritten(event)) return;
      event.preventDefault();
      latest.current[action]();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [table]);
}

function isWritten({ key, ctrlKey, metaKey, target }: KeyboardEvent): boolean {
  if (key.length > 1 || ctrlKey || metaKey) return false;
  return target instanceof Element && target.closest("input, textarea, [contenteditable]") !== null;
}
