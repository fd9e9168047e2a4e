import type { ComponentProps } from "react";
import { classNames } from "../../../../ui/class-names.ts";

/** The content of a dialog with a list that scrolls by itself. Its height stays while the list is narrowed. */
export function ListBody({ className, ...rest }: ComponentProps<"div">) {
  return (
    <div
      {...rest}
      className={classNames(
        "flex min-h-0 flex-1 flex-col gap-3 pane:h-[min(36rem,62vh)] pane:flex-none",
        className,
      )}
    />
  );
}
