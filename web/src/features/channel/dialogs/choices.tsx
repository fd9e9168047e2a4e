import { useId } from "react";

interface ChoicesProps<Value extends string> {
  readonly label: string;
  readonly options: readonly {
    readonly value: Value;
    readonly label: string;
    readonly hint?: string;
  }[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

/** One of a few, all of them in sight. */
export function Choices<Value extends string>({ label, options, value, onChange }: ChoicesProps<Value>) {
  const id = useId();
  return (
    <fieldset>
      <legend className="mb-1.5 text-sm font-semibold">{label}</legend>
      <div className="flex flex-col gap-px overflow-hidden rounded-lg border border-field-line">
        {options.map((option) => (
          <label
            key={option.value}
            className="flex min-h-11 items-start gap-3 px-3 py-2.5 has-checked:bg-accent-soft has-focus-visible:outline-2 has-focus-visible:-outline-offset-2 has-focus-visible:outline-accent"
          >
            <input
              type="radio"
              name={id}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
              aria-describedby={option.hint === undefined ? undefined : `${id}-${option.value}`}
              className="mt-1 size-4 flex-none accent-accent outline-none"
            />
            <span>
              <span className="block text-[15px] font-medium">{option.label}</span>
              {option.hint === undefined ? null : (
                <span id={`${id}-${option.value}`} className="block text-[13px] text-ink2">
                  {option.hint}
                </span>
              )}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
