import { Paperclip } from "lucide-react";

/** The files of a message in one line, where they are not shown themselves; nothing where there are none. */
export function FileNames({ names }: { readonly names: readonly string[] }) {
  if (names.length === 0) return null;
  return (
    <p className="flex min-w-0 items-center gap-1.5 text-[13.5px] text-ink2">
      <Paperclip size={14} aria-hidden className="flex-none" />
      <span dir="auto" className="min-w-0 truncate">
        {names.join(", ")}
      </span>
    </p>
  );
}
