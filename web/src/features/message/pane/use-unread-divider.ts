import { useState } from "react";
import { type DividerPlace, dividerAfter, dividerOnOpening, type Reading } from "./unread-divider.ts";

/** Where the divider stands, for one visit of a channel; undefined where there is none. */
export function useUnreadDivider(reading: Reading): DividerPlace | undefined {
  const [divider, setDivider] = useState(() => dividerOnOpening(reading));
  const { readSeq, unread, isLooking } = divider.reading;
  if (readSeq === reading.readSeq && unread === reading.unread && isLooking === reading.isLooking) {
    return divider.place;
  }
  const next = dividerAfter(divider, reading);
  setDivider(next);
  return next.place;
}
