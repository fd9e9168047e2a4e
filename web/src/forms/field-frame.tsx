import type { ReactNode } from "react";
import { classNames } from "../ui/class-names.ts";

interface FieldFrameProps {
  /** Of what is filled in; the description's is made of it. */
  readonly id: string;
  readonly label: string;
  readonly description: string | undefined;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** A field between its label and its description. */
export function FieldFrame({ id, label, description, className, children }: FieldFrameProps) {
  return (
    <div className={classNames("flex flex-col gap-1.5", className)}>
      <label htmlFor={id} className="text-sm font-semibold">
        {label}
      </label>
      {children}
      {description === undefined ? null : (
        <p id={`${id}-description`} className="text-[13px] text-ink3">
          {description}
        </p>
      )}
    </div>
  );
}

/** What names the description to screen readers. */
export const describedBy = (id: string, description: string | undefined): string | undefined =>
  description === undefined ? undefined : `${id}-description`;
