import { type RefObject, useLayoutEffect, useState } from "react";
import type { InitialAnchor } from "../../../message-list/list-handle.ts";
import { leaveThreadAt, placeInThread } from "./thread-places.ts";

const endSlack = 80;

/** Opens a thread where it was left, and remembers where it is left. */
export function useThreadPlace(pane: RefObject<HTMLElement | null>, rootId: string): InitialAnchor {
  const [anchor] = useState((): InitialAnchor => {
    const key = placeInThread(rootId);
    return key === undefined ? { at: "end" } : { at: "unread", key };
  });
  useLayoutEffect(() => {
    const element = pane.current;
    return () => leaveThreadAt(rootId, topKey(element));
  }, [pane, rootId]);
  return anchor;
}

/** The first message that can be seen, unless the list is at its end. */
function topKey(pane: HTMLElement | null): string | undefined {
  const list = pane?.querySelector("[role=region]");
  if (list === null || list === undefined) return undefined;
  if (list.scrollHeight - list.scrollTop - list.clientHeight < endSlack) return undefined;
  const top = list.getBoundingClientRect().top;
  const rows = [...list.querySelectorAll<HTMLElement>("[role=article][data-key]")];
  return rows.find((row) => row.getBoundingClientRect().bottom > top)?.dataset["key"];
}
