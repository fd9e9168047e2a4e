import { preloaded } from "./lazy-part.tsx";
import type { MenuEntry } from "./menu-entry.ts";

/** The entries of a menu, or what brings the code that makes them: ask again when it has. */
export type LazyEntries = readonly MenuEntry[] | Promise<unknown>;

/** A menu whose entries, with their icons, come when it is first opened, or earlier by `preloadParts`. */
export function lazyMenu<Ways extends readonly unknown[]>(
  load: () => Promise<(...ways: Ways) => readonly MenuEntry[]>,
): (...ways: Ways) => LazyEntries {
  let menu: ((...ways: Ways) => readonly MenuEntry[]) | undefined;
  let coming: Promise<void> | undefined;
  const fetchMenu = () => {
    coming ??= load()
      .then((made) => void (menu = made))
      .finally(() => (coming = undefined));
    return coming;
  };
  preloaded(fetchMenu);
  return (...ways) => menu?.(...ways) ?? fetchMenu();
}
