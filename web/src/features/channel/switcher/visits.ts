const storageKey = "chatter.visits";
const most = 40;

/** The channels that were on screen on this device, the latest first. */
export function visitedChannels(): readonly string[] {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(storageKey) ?? "[]");
    return Array.isArray(value) ? value.filter((id) => typeof id === "string") : [];
  } catch {
    return [];
  }
}

export function rememberVisit(channelId: string): void {
  const others = visitedChannels().filter((id) => id !== channelId);
  localStorage.setItem(storageKey, JSON.stringify([channelId, ...others].slice(0, most)));
}
