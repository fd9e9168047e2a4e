import { useEffect } from "react";
import { openDialog } from "../../features/channel/dialogs/dialogs.ts";
import { useWorkspace } from "../../store/client-context.tsx";
import { isPageCovered, useHotkey } from "../../ui/hotkey.ts";
import { openLayer } from "./layers.ts";
import { useWays } from "./use-place.ts";

const showKeys = () => openDialog({ kind: "shortcuts" });

/** Keys that work wherever one is; `place` is what is on screen, as a search can name it. */
export function useAppKeys(place: string | undefined): void {
  const { channels } = useWorkspace();
  const readAll = () => {
    for (const [id, { unread, mentions }] of channels.store.getState().mine) {
      if (unread > 0 || mentions > 0) channels.markAllRead(id);
    }
  };
  const { openSearch } = useWays();
  useHotkey("mod+shift+f", () => openSearch());
  useHotkey("mod+f", () => openSearch(place === undefined ? undefined : `in:${place} `));
  useHotkey("mod+k", () => openLayer({ kind: "switcher" }));
  useHotkey("mod+/", showKeys);
  useHotkey("shift+escape", readAll);
  useEffect(() => {
    // Where one writes, a question mark is a question mark.
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== "?" || event.defaultPrevented || isWriting(event.target)) return;
      if (!isPageCovered()) showKeys();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, []);
}

function isWriting(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("input, textarea, [contenteditable]") !== null;
}
