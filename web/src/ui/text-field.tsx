import { type ComponentProps, type ReactNode, useId } from "react";
import { t } from "../text/text.ts";
import { classNames } from "./class-names.ts";

export interface TextFieldProps extends Omit<ComponentProps<"input">, "id"> {
  readonly label: string;
  readonly description?: string;
  /** Why the value cannot be taken, in words that help. */
  readonly error?: string | undefined;
  /** A button at the end of the line, such as one that shows a password. */
  readonly end?: ReactNode;
}

export function TextField({ label, description, error, end, className, ...input }: TextFieldProps) {
  const id = useId();
  const notes = [description && `${id}-description`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <div className={classNames("flex flex-col gap-1.5", className)}>
      <label htmlFor={id} className="text-sm font-semibold">
        {label}
        {input.required === false && <span className="font-normal text-ink3"> · {t("ui.optional")}</span>}
      </label>
      <div className="relative flex">
        <input
          {...input}
          id={id}
          aria-invalid={error !== undefined || undefined}
          aria-describedby={notes || undefined}
          className={classNames(
            "min-h-10 min-w-0 flex-1 rounded-lg border border-field-line bg-raised px-3 text-[15px] transition focus-visible:border-accent focus-visible:outline-offset-0 aria-invalid:border-mention coarse:min-h-11 coarse:text-base",
            end !== undefined && "pe-11",
          )}
        />
        {end === undefined ? null : <div className="absolute inset-y-0 end-1 flex items-center">{end}</div>}
      </div>
      {description === undefined ? null : (
        <p id={`${id}-description`} className="text-[13px] text-ink3">
          {description}
        </p>
      )}
      {error === undefined ? null : (
        <p id={`${id}-error`} role="alert" className="text-[13px] text-mention">
          {error}
        </p>
      )}
    </div>
  );
}
