import { type ReactNode, useId } from "react";
import { classNames } from "../ui/class-names.ts";

interface ChoiceCardsProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly choices: readonly {
    readonly value: Value;
    readonly label: string;
    readonly description?: string;
    /** What the choice looks like. */
    readonly sample?: ReactNode;
  }[];
  readonly onChoose: (value: Value) => void;
  readonly className?: string;
}

/** One of a few choices, all of them in sight. */
export function ChoiceCards<Value extends string>(props: ChoiceCardsProps<Value>) {
  const { label, value, choices, onChoose, className } = props;
  const name = useId();
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-2 text-sm font-semibold">{label}</legend>
      <div className={classNames("grid gap-3", className)}>
        {choices.map((choice) => (
          <label
            key={choice.value}
            className="flex cursor-pointer flex-col gap-2.5 rounded-xl border border-field-line bg-raised p-3 transition hover:bg-panel has-checked:border-accent has-checked:bg-accent-soft has-checked:ring-1 has-checked:ring-accent has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent"
          >
            {choice.sample}
            <span className="flex items-start gap-2.5">
              <input
                type="radio"
                name={name}
                value={choice.value}
                checked={choice.value === value}
                onChange={() => onChoose(choice.value)}
                className="mt-1 size-4 flex-none accent-(--accent) outline-none"
              />
              <span>
                <span className="block font-medium">{choice.label}</span>
                {choice.description === undefined ? null : (
                  <span className="block text-[13px] text-ink2">{choice.description}</span>
                )}
              </span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
