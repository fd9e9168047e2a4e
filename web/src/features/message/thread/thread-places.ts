/** Where threads were left, by the message that was at the top; for as long as the page lives. */
const places = new Map<string, string>();

/** The key of the message that was at the top when the thread was left; absent, the end was on screen. */
export function placeInThread(rootId: string): string | undefined {
  return places.get(rootId);
}

export function leaveThreadAt(rootId: string, key: string | undefined): void {
  if (key === undefined) places.delete(rootId);
  else places.set(rootId, key);
}
