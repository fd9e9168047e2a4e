import { Search } from "lucide-react";
import type { ComponentProps } from "react";
import { useMediaQuery } from "../../../../ui/media-query.ts";

interface SearchFieldProps
  extends Omit<ComponentProps<"input">, "type" | "autoFocus" | "value" | "onChange"> {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** Narrows the list below it, and has the keyboard first; on a phone that would cover half of the list. */
export function SearchField({ label, onChange, ...input }: SearchFieldProps) {
  const isTouch = useMediaQuery("(pointer: coarse)");
  return (
    <label className="flex min-h-10 min-w-0 flex-1 items-center gap-2.5 rounded-lg border border-field-line bg-raised px-3 focus-within:border-accent focus-within:outline-2 focus-within:outline-accent coarse:min-h-11">
      <Search size={16} aria-hidden className="flex-none text-ink3" />
      <input
        autoComplete="off"
        spellCheck={false}
        maxLength={80}
        {...input}
        type="search"
        autoFocus={!isTouch}
        aria-label={label}
        placeholder={label}
        onChange={(event) => onChange(event.target.value)}
        className="min-w-0 flex-1 bg-transparent text-[15px] outline-none coarse:text-base [&::-webkit-search-cancel-button]:hidden"
      />
    </label>
  );
}
