import { type RefObject, useEffect, useRef } from "react";
import type { Message } from "../../../store/log/message.ts";

interface ReadMarks {
  readonly messages: readonly Message[];
  readonly isLooking: boolean;
  readonly markRead: (seq: number) => void;
}

const settledAfter = 150;

/** Marks what has been on screen as read, up to the last message that can be seen, while the reader looks. */
export function useReadMarks(
  pane: RefObject<HTMLElement | null>,
  { messages, isLooking, markRead }: ReadMarks,
): void {
  const latest = useRef(messages);
  useEffect(() => {
    latest.current = messages;
  });
  useEffect(() => {
    const element = pane.current;
    if (element === null || !isLooking) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const mark = () => {
      const key = lastVisibleKey(element);
      const seq = latest.current.find((message) => message.key === key)?.seq;
      if (seq !== undefined && Number.isFinite(seq)) markRead(seq);
    };
    const markSoon = () => {
      clearTimeout(timer);
      timer = setTimeout(mark, settledAfter);
    };
    markSoon();
    // Scrolling does not bubble, and the list inside may be another one tomorrow.
    element.addEventListener("scroll", markSoon, { capture: true, passive: true });
    return () => {
      clearTimeout(timer);
      element.removeEventListener("scroll", markSoon, { capture: true });
    };
  }, [pane, messages, isLooking, markRead]);
}

/** The last message of which the beginning can be seen. */
function lastVisibleKey(pane: HTMLElement): string | undefined {
  const end = pane.querySelector("[role=region]")?.getBoundingClientRect().bottom ?? 0;
  const rows = [...pane.querySelectorAll<HTMLElement>("[role=article][data-key]")];
  return rows.findLast((row) => row.getBoundingClientRect().top < end - 8)?.dataset["key"];
}
