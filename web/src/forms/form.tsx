import { CircleAlert } from "lucide-react";
import type { FormEvent, ReactNode } from "react";
import { classNames } from "../ui/class-names.ts";

interface FormProps {
  /** What is wrong with all of it. */
  readonly problem: string | undefined;
  readonly onSubmit: (event: FormEvent<HTMLFormElement>) => void;
  readonly children: ReactNode;
  /** The buttons, which stand below what is wrong. */
  readonly actions: ReactNode;
  /** Names the form to screen readers where no heading does. */
  readonly label?: string;
  readonly className?: string;
}

/** Fields one below the other. It checks them by itself: the browser's bubbles are read by few and styled by nobody. */
export function Form({ problem, onSubmit, children, actions, label, className }: FormProps) {
  return (
    <form
      noValidate
      aria-label={label}
      onSubmit={onSubmit}
      className={classNames("flex flex-col gap-4", className)}
    >
      {children}
      <FormProblem text={problem} />
      {actions}
    </form>
  );
}

/** Stands there when empty, so that screen readers tell when it is filled. */
export function FormProblem({ text }: { readonly text: string | undefined }) {
  return (
    <div role="alert" className="empty:hidden">
      {text === undefined ? null : (
        <p className="flex items-start gap-2.5 rounded-lg bg-mention-soft px-3 py-2.5 text-sm text-ink">
          <CircleAlert size={18} aria-hidden className="mt-px flex-none text-mention" />
          {text}
        </p>
      )}
    </div>
  );
}
