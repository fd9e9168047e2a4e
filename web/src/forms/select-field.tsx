import { ChevronDown } from "lucide-react";
import { type ComponentProps, useId } from "react";
import { describedBy, FieldFrame } from "./field-frame.tsx";

interface SelectFieldProps<Value extends string> extends Omit<ComponentProps<"select">, "id" | "onChange"> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onChoose: (value: Value) => void;
  readonly description?: string;
}

/** One of many choices, by the browser's own list: it knows the keys and the phone. */
export function SelectField<Value extends string>(props: SelectFieldProps<Value>) {
  const { label, options, onChoose, description, className, ...select } = props;
  const id = useId();
  const choose = (value: string) => {
    const chosen = options.find((option) => option.value === value);
    if (chosen !== undefined) onChoose(chosen.value);
  };
  return (
    <FieldFrame id={id} label={label} description={description} className={className}>
      <div className="relative flex">
        <select
          {...select}
          id={id}
          aria-describedby={describedBy(id, description)}
          onChange={(event) => choose(event.target.value)}
          className="min-h-10 min-w-0 flex-1 cursor-pointer appearance-none rounded-lg border border-field-line bg-raised ps-3 pe-9 text-[15px] transition focus-visible:border-accent focus-visible:outline-offset-0 coarse:min-h-11 coarse:text-base"
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
        <ChevronDown
          size={16}
          aria-hidden
          className="pointer-events-none absolute end-3 top-1/2 -translate-y-1/2 text-ink3"
        />
      </div>
    </FieldFrame>
  );
}
