import { openDialog } from "../../features/channel/dialogs/dialogs.ts";
import { useWorkspace } from "../../store/client-context.tsx";
import { appKeys } from "../../ui/hotkey-table.ts";
import { useHotkeys } from "../../ui/use-hotkeys.ts";
import { openLayer } from "./layers.ts";
import { useWays } from "./use-place.ts";

/** Keys that work wherever one is; `place` is what is on screen, as a search can name it. */
export function useAppKeys(place: string | undefined): void {
  const { channels } = useWorkspace();
  const { openSearch, openPath } = useWays();
  useHotkeys(appKeys, {
    switcher: () => openLayer({ kind: "switcher" }),
    search: () => openSearch(),
    searchHere: () => openSearch(place === undefined ? undefined : `in:${place} `),
    settings: () => openPath("/settings/preferences"),
    readAll: () => {
      for (const [id, { unread, mentions }] of channels.store.getState().mine) {
        if (unread > 0 || mentions > 0) channels.markAllRead(id);
      }
    },
    help: () => openDialog({ kind: "shortcuts" }),
  });
}
