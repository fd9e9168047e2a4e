import { type ComponentProps, useId } from "react";
import { dialogText as t } from "../../../../text/en-dialogs.ts";

interface DescriptionFieldProps extends Omit<ComponentProps<"textarea">, "id"> {
  readonly error: string | undefined;
}

/** What a channel is for, in as many lines as it takes. */
export function DescriptionField({ error, ...area }: DescriptionFieldProps) {
  const id = useId();
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={id} className="text-sm font-semibold">
        {t("about.description")}
      </label>
      <textarea
        {...area}
        id={id}
        maxLength={2_000}
        rows={3}
        aria-invalid={error !== undefined || undefined}
        aria-describedby={error === undefined ? undefined : `${id}-error`}
        className="field-sizing-content max-h-60 min-h-20 resize-none rounded-lg border border-field-line bg-raised px-3 py-2 text-[15px] transition focus-visible:border-accent focus-visible:outline-offset-0 coarse:text-base"
      />
      {error === undefined ? null : (
        <p id={`${id}-error`} role="alert" className="text-[13px] text-mention">
          {error}
        </p>
      )}
    </div>
  );
}
