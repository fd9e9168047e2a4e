import type { Client } from "../../../store/client.ts";
import type { Preferences, PreferencesState } from "../../../store/preferences.ts";
import type { Workspace } from "../../../store/workspace.ts";
import { type Appearance, appearanceStore, setAppearance } from "../../../ui/appearance.ts";

const languageAtStart = appearanceStore.getState().language;

/** How this device looks for somebody with these preferences. */
export function appearanceOf({
  theme,
  density,
}: Pick<Preferences, "theme" | "density">): Partial<Appearance> {
  if (theme === "high-contrast") return { theme: "system", contrast: "more", density };
  return { theme, contrast: "system", density };
}

/** Makes this device look as the signed-in person prefers, now and when they change their mind elsewhere. */
export function followPreferences({ workspace }: Pick<Client, "workspace">): () => void {
  let stopFollowing = () => {};
  const follow = (opened: Workspace | undefined) => {
    stopFollowing();
    stopFollowing = opened === undefined ? () => {} : opened.preferences.store.subscribe(show);
    if (opened !== undefined) show(opened.preferences.store.getState());
  };
  follow(workspace.getState());
  const stop = workspace.subscribe(follow);
  return () => {
    stop();
    stopFollowing();
  };
}

/** Until the preferences are known the device keeps what it looked like the last time. */
function show({ isRead, preferences, saved }: PreferencesState): void {
  if (isRead) setAppearance(appearanceOf(preferences));
  if (saved !== undefined) speakNextTime(saved);
}

/**
 * Keeps the language for the next visit, which begins at once where this page speaks another. What is only wished
 * for, or was kept from an earlier visit, does not count: the page would begin anew before the server has its word.
 */
function speakNextTime({ language }: Preferences): void {
  setAppearance({ language });
  if (language !== languageAtStart && language !== document.documentElement.lang) location.reload();
}
