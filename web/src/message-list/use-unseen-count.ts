import { useState } from "react";

/** How many rows have come in below while the reader was elsewhere. */
export function useUnseenCount(messageKeys: readonly string[], isAtEnd: boolean): number {
  const last = messageKeys.at(-1);
  const [lastSeen, setLastSeen] = useState(last);
  if (isAtEnd && lastSeen !== last) setLastSeen(last);
  if (isAtEnd || lastSeen === undefined) return 0;
  const index = messageKeys.lastIndexOf(lastSeen);
  return index < 0 ? 0 : messageKeys.length - 1 - index;
}
