import type { ComponentProps, ReactNode } from "react";
import { classNames } from "./class-names.ts";
import type { Hotkey } from "./hotkey.ts";
import { tooltip } from "./tooltip.ts";

export interface IconButtonProps extends Omit<ComponentProps<"button">, "children" | "aria-label"> {
  /** Names the button to screen readers and in its tooltip. */
  readonly label: string;
  readonly icon: ReactNode;
  readonly size?: "small" | "medium";
  readonly shortcut?: Hotkey;
  /** For buttons that switch something on and off. */
  readonly isPressed?: boolean;
}

export function IconButton({ label, icon, size = "medium", shortcut, isPressed, ...props }: IconButtonProps) {
  const { className, ...rest } = props;
  return (
    <button
      type="button"
      {...tooltip(label, shortcut)}
      {...rest}
      aria-label={label}
      aria-pressed={isPressed}
      className={classNames(
        "inline-grid flex-none place-items-center rounded-md text-ink2 transition",
        "hover:bg-hover hover:text-ink aria-expanded:bg-hover aria-pressed:bg-accent-soft aria-pressed:text-accent",
        "disabled:pointer-events-none disabled:opacity-45",
        size === "small" ? "size-7 coarse:size-9" : "size-8 coarse:size-11",
        className,
      )}
    >
      {icon}
    </button>
  );
}
