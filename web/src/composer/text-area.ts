import type { Edit, TextState } from "./edit.ts";

export function readState({ value, selectionStart, selectionEnd }: HTMLTextAreaElement): TextState {
  return { text: value, start: selectionStart, end: selectionEnd };
}

/** Makes an edit as if it had been typed, so that Ctrl-Z takes it back and React hears of it. */
export function makeEdit(area: HTMLTextAreaElement, { from, to, insert, select }: Edit): void {
  area.focus({ preventScroll: true });
  area.setSelectionRange(from, to);
  // An open popover does not let the keyboard go.
  const isFocused = document.activeElement === area;
  if (!isFocused || !type(insert, from === to)) {
    area.setRangeText(insert, from, to, "end");
    area.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertText", data: insert }));
  }
  area.setSelectionRange(...select);
}

/** Deprecated and without a successor: nothing else keeps the browser's undo history. */
function type(insert: string, isCaret: boolean): boolean {
  if (insert === "") return isCaret || document.execCommand("delete");
  return document.execCommand("insertText", false, insert);
}
