import { createStore } from "zustand/vanilla";

const storageKey = "chatter.activity";

/** When something was last said in a conversation, as far as this device saw it; milliseconds since 1970. */
export const activity = createStore<Readonly<Record<string, number>>>(() => stored());

/** Something was said, at a moment. */
export function rememberActivity(channelId: string, moment: number): void {
  if (moment <= (activity.getState()[channelId] ?? 0)) return;
  activity.setState({ [channelId]: moment });
  localStorage.setItem(storageKey, JSON.stringify(activity.getState()));
}

function stored(): Readonly<Record<string, number>> {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(storageKey) ?? "{}");
    return typeof value === "object" && value !== null ? (value as Record<string, number>) : {};
  } catch {
    return {};
  }
}
