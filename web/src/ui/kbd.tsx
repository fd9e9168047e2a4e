import { type Hotkey, hotkeyLabels } from "./hotkey.ts";

export function Kbd({ keys }: { readonly keys: Hotkey }) {
  return (
    <kbd className="inline-flex gap-0.5 rounded border border-b-2 border-line px-1.25 py-0.75 font-mono text-[11px] leading-none text-ink3">
      {hotkeyLabels(keys).join(" ")}
    </kbd>
  );
}
