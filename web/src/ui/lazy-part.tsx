import { type ComponentType, type ReactNode, useEffect, useState } from "react";
import { t } from "../text/text.ts";
import { showToast } from "./toast-store.ts";

const loaders: (() => Promise<unknown>)[] = [];

/**
 * A component whose code comes when it is first shown, or earlier by `preloadParts`; until then `placeholder`
 * is in its place, or nothing.
 * When it cannot come, a toast says so, and nothing else breaks: a new version of the server has new files.
 */
export function lazyPart<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  placeholder: ReactNode = null,
): ComponentType<Props> {
  let loaded: ComponentType<Props> | undefined;
  const fetchPart = async () => {
    loaded = await load();
    return loaded;
  };
  preloaded(fetchPart);
  return function LazyPart(props: Props) {
    const [Part, setPart] = useState(() => loaded);
    useEffect(() => {
      if (Part === undefined) fetchPart().then((part) => setPart(() => part), tellFailure);
    }, [Part]);
    return Part === undefined ? placeholder : <Part {...props} />;
  };
}

/** Lets `preloadParts` fetch something besides; `load` is asked again when it is needed. */
export function preloaded(load: () => Promise<unknown>): void {
  loaders.push(load);
}

/** Fetches every lazy part, so that the first menu opens as fast as the second. Call it when all is quiet. */
export async function preloadParts(): Promise<void> {
  // A part that cannot be fetched now is asked for again when it is shown, and fails there where it can be seen.
  await Promise.allSettled(loaders.map((load) => load()));
}

/** Says that code could not be fetched, and offers to get the new version. */
export function tellFailure(): void {
  const reload = { label: t("ui.reload"), run: () => window.location.reload() };
  showToast({ text: t("ui.partFailed"), tone: "danger", action: reload });
}
