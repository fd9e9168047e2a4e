import { createLink } from "@tanstack/react-router";
import type { ComponentProps } from "react";
import { classNames } from "../../ui/class-names.ts";

/** A way to another page within a sentence. */
export const TextLink = createLink(({ className, ...link }: ComponentProps<"a">) => (
  <a
    {...link}
    className={classNames("rounded font-semibold text-accent underline-offset-3 hover:underline", className)}
  >
    {link.children}
  </a>
));

/** A way to another page that is the one thing to do. */
export const MainLink = createLink(({ className, ...link }: ComponentProps<"a">) => (
  <a
    {...link}
    className={classNames(
      "inline-flex min-h-10 items-center justify-center rounded-lg bg-accent px-3.5 text-sm font-semibold text-accent-ink transition hover:brightness-110 coarse:min-h-11",
      className,
    )}
  >
    {link.children}
  </a>
));
