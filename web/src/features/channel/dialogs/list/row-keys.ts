import type { KeyboardEvent } from "react";

/**
 * Arrow keys between a search field and the rows of the list below it. In a row, what carries `data-row` takes
 * the focus; its other buttons are reached by Tab.
 */
export function moveAmongRows(event: KeyboardEvent<HTMLElement>): void {
  const { currentTarget: area, target, key } = event;
  // React lets the events of menus bubble to here, though they lie elsewhere in the document.
  if (!(target instanceof HTMLElement) || !area.contains(target)) return;
  const rows = [...area.querySelectorAll<HTMLElement>("[data-row]")];
  const search = area.querySelector<HTMLElement>("[type=search]");
  const at = rows.findIndex((row) => row.closest("li")?.contains(target));
  if (at < 0 && target !== search) return;
  const next = { ArrowDown: rows[at + 1], ArrowUp: at > 0 ? rows[at - 1] : search }[key];
  if (next === undefined || next === null || next === target) return;
  event.preventDefault();
  next.focus();
}
