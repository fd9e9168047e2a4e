import { type Cache, homeKey } from "./cache/cache.ts";
import type { Workspace } from "./workspace.ts";

const saveAfterMs = 1_000;

type Parts = Pick<Workspace, "channels" | "preferences" | "people" | "drafts" | "outbox">;

/** Shows what was kept from an earlier visit, where nothing newer is known. */
export async function restoreAll(cache: Cache, parts: Parts): Promise<void> {
  const { channels, preferences, people, drafts, outbox } = parts;
  const home = await cache.get("home", homeKey);
  if (home !== undefined) channels.restore(home.channels);
  if (home?.preferences !== undefined) preferences.restore(home.preferences);
  people.restore(await cache.all("users"));
  drafts.restore(await cache.all("drafts"));
  outbox.restore(await cache.all("outbox"));
}

/** Keeps what the first screen shows for the next visit, until the answer is called. */
export function keepHome(cache: Cache, { channels, preferences }: Parts): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const save = () => {
    timer = undefined;
    const { isRead, mine } = channels.store.getState();
    const { isRead: hasPreferences, preferences: known } = preferences.store.getState();
    if (!isRead) return;
    cache.put("home", homeKey, {
      channels: [...mine.values()],
      preferences: hasPreferences ? known : undefined,
    });
  };
  const later = () => {
    timer ??= setTimeout(save, saveAfterMs);
  };
  const stops = [channels.store.subscribe(later), preferences.store.subscribe(later)];
  return () => {
    clearTimeout(timer);
    for (const stop of stops) stop();
  };
}
