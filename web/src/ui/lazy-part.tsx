import { type ComponentType, lazy, Suspense } from "react";

const loaders: (() => Promise<unknown>)[] = [];

/** A component whose code comes when it is first shown, or earlier by `preloadParts`; nothing is in its place. */
export function lazyPart<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props> {
  loaders.push(load);
  const Part = lazy(async () => ({ default: await load() }));
  return function LazyPart(props: Props) {
    return (
      <Suspense>
        <Part {...props} />
      </Suspense>
    );
  };
}

/** Fetches every lazy part, so that the first menu opens as fast as the second. Call it when all is quiet. */
export async function preloadParts(): Promise<void> {
  // A part that cannot be fetched now is asked for again when it is shown, and fails there where it can be seen.
  await Promise.allSettled(loaders.map((load) => load()));
}
