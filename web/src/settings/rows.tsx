import type { ReactNode } from "react";
import { classNames } from "../ui/class-names.ts";

/** A list in which each thing has a line. */
export function Rows({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <ul aria-label={label} className="-my-1 flex flex-col divide-y divide-line">
      {children}
    </ul>
  );
}

interface RowProps {
  readonly icon?: ReactNode;
  readonly title: ReactNode;
  readonly children?: ReactNode;
  /** What can be done with it. */
  readonly actions?: ReactNode;
}

export function Row({ icon, title, children, actions }: RowProps) {
  return (
    <li className="flex items-center gap-3 py-3">
      {icon === undefined ? null : <span className="flex-none self-start pt-0.5 text-ink3">{icon}</span>}
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 font-medium break-words">{title}</p>
        {children === undefined ? null : <div className="text-[13px] text-ink3">{children}</div>}
      </div>
      {actions === undefined ? null : <div className="flex flex-none items-center gap-1">{actions}</div>}
    </li>
  );
}

const tones = {
  accent: "bg-accent-soft text-accent",
  danger: "bg-mention-soft text-mention",
  quiet: "bg-hover text-ink2",
} as const;

interface TagProps {
  readonly tone?: keyof typeof tones;
  readonly children: ReactNode;
}

/** A word about a thing, such as "This device". */
export function Tag({ tone = "accent", children }: TagProps) {
  return (
    <span
      className={classNames(
        "rounded-full px-2 py-0.5 text-[12px] leading-tight font-semibold whitespace-nowrap",
        tones[tone],
      )}
    >
      {children}
    </span>
  );
}
