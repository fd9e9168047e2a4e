import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from "react";
import type { Edit, TextState } from "./edit.ts";
import { makeEdit, readState } from "./text-area.ts";

/** Grows the text area with its text where the stylesheet's `field-sizing` is not known. */
function useGrowth(ref: RefObject<HTMLTextAreaElement | null>, text: string): void {
  useLayoutEffect(() => {
    const area = ref.current;
    if (area === null || CSS.supports("field-sizing", "content")) return;
    area.style.height = "auto";
    area.style.height = `${area.scrollHeight}px`;
  }, [ref, text]);
}

/** Whoever goes on with a text goes on at its end. */
function useCaretAtEnd(ref: RefObject<HTMLTextAreaElement | null>): void {
  useLayoutEffect(() => {
    const area = ref.current;
    if (area === document.activeElement) area?.setSelectionRange(area.value.length, area.value.length);
  }, [ref]);
}

/** The text area: where its caret is, and edits to it. */
export function useTextArea(text: string) {
  const ref = useRef<HTMLTextAreaElement>(null);
  const [caret, setCaret] = useState<number>();
  useGrowth(ref, text);
  useCaretAtEnd(ref);
  const onSelect = useCallback(() => {
    const area = ref.current;
    const isCaret =
      area !== null && area === document.activeElement && area.selectionStart === area.selectionEnd;
    setCaret(isCaret ? area.selectionStart : undefined);
  }, []);
  const edit = useCallback((make: (state: TextState) => Edit | undefined) => {
    const area = ref.current;
    const change = area === null ? undefined : make(readState(area));
    if (area !== null && change !== undefined) makeEdit(area, change);
    return change !== undefined;
  }, []);
  return { ref, caret, onSelect, onBlur: () => setCaret(undefined), edit };
}
