import type { Preferences } from "../../../store/preferences.ts";
import { classNames } from "../../../ui/class-names.ts";

/** A small page in a theme's own colours; the system's is half and half. */
export function ThemeSample({ theme }: { readonly theme: Preferences["theme"] }) {
  return (
    <span aria-hidden className="flex h-16 overflow-hidden rounded-lg border border-line">
      {theme === "system" ? (
        <>
          <Page scheme="light" />
          <Page scheme="dark" />
        </>
      ) : (
        <Page scheme={theme} />
      )}
    </span>
  );
}

interface PageProps {
  readonly scheme: Exclude<Preferences["theme"], "system">;
}

function Page({ scheme }: PageProps) {
  return (
    <span
      data-theme={scheme}
      data-contrast={scheme === "high-contrast" ? "more" : undefined}
      className="flex flex-1"
    >
      <span className="w-1/4 border-e border-line bg-panel" />
      <span className="flex flex-1 flex-col justify-center gap-1.5 bg-bg p-2">
        <span className="h-1.5 w-1/2 rounded-full bg-ink" />
        <span className="h-1.5 w-4/5 rounded-full bg-ink3" />
        <span className="h-1.5 w-1/3 rounded-full bg-accent" />
      </span>
    </span>
  );
}

/** Lines as far apart as messages are. */
export function DensitySample({ density }: { readonly density: Preferences["density"] }) {
  const lines = density === "compact" ? 5 : 3;
  return (
    <span
      aria-hidden
      className={classNames(
        "flex h-16 flex-col justify-center rounded-lg border border-line bg-bg px-3",
        density === "compact" ? "gap-1" : "gap-2.5",
      )}
    >
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} className="flex items-center gap-2">
          <span
            className={classNames("rounded-[25%] bg-ink3", density === "compact" ? "size-2" : "size-3")}
          />
          <span className={classNames("h-1.5 rounded-full bg-line", line % 2 === 0 ? "w-3/4" : "w-1/2")} />
        </span>
      ))}
    </span>
  );
}
