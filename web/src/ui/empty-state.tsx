import { type ReactNode, useEffect } from "react";
import { pageSettled } from "./page-settled.ts";

interface EmptyStateProps {
  readonly icon: ReactNode;
  readonly title: string;
  /** What to do next. */
  readonly children: ReactNode;
  readonly action?: ReactNode;
}

/** Stands where there is nothing, or nothing came. */
export function EmptyState({ icon, title, children, action }: EmptyStateProps) {
  useEffect(pageSettled, []);
  return (
    <div className="m-auto flex max-w-sm flex-col items-center gap-2 p-8 text-center">
      <span
        aria-hidden
        className="mb-2 grid size-12 place-items-center rounded-2xl bg-accent-soft text-accent"
      >
        {icon}
      </span>
      <h2 className="text-[17px] font-semibold">{title}</h2>
      <p className="text-ink2">{children}</p>
      {action === undefined ? null : <div className="pt-3">{action}</div>}
    </div>
  );
}
