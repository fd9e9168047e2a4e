import { classNames } from "../ui/class-names.ts";

/** The day of what is at the top, while it moves. Screen readers have the separators themselves. */
export function StickyDay({ label, isShown }: { readonly label: string; readonly isShown: boolean }) {
  return (
    <div
      aria-hidden
      className={classNames(
        "pointer-events-none absolute inset-x-0 top-2 z-1 flex justify-center transition-opacity",
        isShown ? "opacity-100" : "opacity-0",
      )}
    >
      <span className="rounded-full border border-line bg-raised px-3 py-0.5 text-[12.5px] font-semibold text-ink2 shadow-raised">
        {label}
      </span>
    </div>
  );
}
