import type { ComponentProps } from "react";
import { classNames } from "./class-names.ts";

export interface ButtonProps extends ComponentProps<"button"> {
  readonly tone?: "primary" | "secondary" | "quiet" | "danger";
  readonly size?: "small" | "medium";
  /** Says that the action is under way; further presses do nothing. */
  readonly isBusy?: boolean;
}

const tones = {
  primary: "bg-accent text-accent-ink hover:brightness-110 active:brightness-95",
  secondary: "border border-line bg-raised text-ink hover:bg-panel",
  quiet: "text-ink2 hover:bg-hover hover:text-ink",
  danger: "bg-mention text-bg hover:brightness-110 active:brightness-95",
} as const;

const sizes = {
  small: "min-h-7 px-2.5 text-[13px]",
  medium: "min-h-9 px-3.5 text-sm coarse:min-h-11",
} as const;

export function Button({ tone = "secondary", size = "medium", isBusy = false, ...props }: ButtonProps) {
  const { className, onClick, ...rest } = props;
  return (
    <button
      type="button"
      {...rest}
      aria-busy={isBusy || undefined}
      aria-disabled={isBusy || undefined}
      onClick={isBusy ? (event) => event.preventDefault() : onClick}
      className={classNames(
        "inline-flex items-center justify-center gap-2 rounded-lg font-semibold whitespace-nowrap transition select-none",
        "disabled:pointer-events-none disabled:opacity-50 aria-busy:opacity-70",
        tones[tone],
        sizes[size],
        className,
      )}
    />
  );
}
