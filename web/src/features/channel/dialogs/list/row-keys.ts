import type { KeyboardEvent } from "react";

/**
 * Arrow keys between a search field and the rows of the list below it. The first link or button of a row takes
 * the focus; the others are reached by Tab.
 */
export function moveAmongRows(event: KeyboardEvent<HTMLElement>): void {
  const { currentTarget: area, target, key } = event;
  // React lets the events of menus bubble to here, though they lie elsewhere in the document.
  if (!(target instanceof HTMLElement) || !area.contains(target)) return;
  const rows = [...area.querySelectorAll("li")];
  const search = area.querySelector<HTMLElement>("[type=search]");
  const at = rows.findIndex((row) => row.contains(target));
  if (at < 0 && target !== search) return;
  const next = { ArrowDown: entryOf(rows[at + 1]), ArrowUp: at > 0 ? entryOf(rows[at - 1]) : search }[key];
  if (next === undefined || next === null || next === target) return;
  event.preventDefault();
  next.focus();
}

/** Gives the focus to a neighbour of a row that is about to go. */
export function focusBeside(row: Element | null): void {
  entryOf(row?.nextElementSibling ?? row?.previousElementSibling)?.focus();
}

function entryOf(row: Element | null | undefined): HTMLElement | null | undefined {
  return row?.querySelector<HTMLElement>("a, button");
}
