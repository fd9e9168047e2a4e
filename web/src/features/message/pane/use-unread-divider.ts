import { useState } from "react";
import { dividerAfter, dividerOnOpening, type Reading } from "./unread-divider.ts";

/** The position after which the divider stands, for one visit of a channel; undefined where there is none. */
export function useUnreadDivider(reading: Reading): number | undefined {
  const [divider, setDivider] = useState(() => dividerOnOpening(reading));
  const { readSeq, unread, isLooking } = divider.reading;
  if (readSeq === reading.readSeq && unread === reading.unread && isLooking === reading.isLooking) {
    return divider.after;
  }
  const next = dividerAfter(divider, reading);
  setDivider(next);
  return next.after;
}
