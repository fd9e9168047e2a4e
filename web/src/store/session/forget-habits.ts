import { pictureCache } from "../../installed/cache-names.ts";

/** What parts of the client remember of a person on this device, besides their database. */
const habits = ["searches", "visits", "emoji"].map((name) => `chatter.${name}`);

/** Forgets it, here and in what other tabs have in memory. */
export async function forgetHabits(): Promise<void> {
  for (const habit of habits) localStorage.removeItem(habit);
  // Other tabs are told by the browser; whoever listens in this one is told by this.
  window.dispatchEvent(new StorageEvent("storage"));
  // Pages without TLS have no caches.
  if ("caches" in window) await caches.delete(pictureCache);
  const { forgetDevice } = await import("../../notices/forget-device.ts");
  await forgetDevice();
}
