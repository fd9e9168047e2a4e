import { t } from "../text/text.ts";

const targets = [
  { label: "shell.skipToMessages", selector: "main [role=region], main" },
  { label: "shell.skipToComposer", selector: "main textarea" },
  { label: "shell.skipToChannels", selector: "nav" },
] as const;

/** The first stops of the Tab key, seen only when the keyboard is on them. Buttons, so that the address stays. */
export function SkipLinks() {
  return (
    <div className="fixed start-2 top-2 z-30 flex gap-2">
      {targets.map(({ label, selector }) => (
        <button
          key={label}
          type="button"
          onClick={() => document.querySelector<HTMLElement>(selector)?.focus()}
          className="sr-only rounded-lg bg-accent px-4 py-2 font-semibold text-accent-ink shadow-raised focus-visible:not-sr-only focus-visible:px-4 focus-visible:py-2"
        >
          {t(label)}
        </button>
      ))}
    </div>
  );
}
