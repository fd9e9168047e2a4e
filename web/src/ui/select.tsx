import { Check, ChevronDown } from "lucide-react";
import { Button } from "react-aria-components/Button";
import { Label } from "react-aria-components/Label";
import { ListBox, ListBoxItem } from "react-aria-components/ListBox";
import { Popover } from "react-aria-components/Popover";
import { Select as AriaSelect, SelectValue } from "react-aria-components/Select";

interface Option<Value extends string> {
  readonly value: Value;
  readonly label: string;
}

interface SelectProps<Value extends string> {
  readonly label: string;
  readonly options: readonly Option<Value>[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

/** One of a few choices. It brings React Aria's list box along: use it in parts that are loaded lazily. */
export function Select<Value extends string>({ label, options, value, onChange }: SelectProps<Value>) {
  const choose = (key: unknown) => {
    const chosen = options.find((option) => option.value === key);
    if (chosen !== undefined) onChange(chosen.value);
  };
  return (
    <AriaSelect value={value} onChange={choose} className="flex flex-col gap-1.5">
      <Label className="text-sm font-semibold">{label}</Label>
      <Button className="flex min-h-10 items-center gap-2 rounded-lg border border-field-line bg-raised px-3 text-start text-[15px] coarse:min-h-11">
        <SelectValue className="flex-1 truncate">{({ selectedText }) => selectedText}</SelectValue>
        <ChevronDown size={16} className="text-ink3" aria-hidden />
      </Button>
      <Popover
        offset={4}
        className="anim-pop min-w-(--trigger-width) overflow-auto rounded-lg border border-line bg-raised p-1 shadow-raised"
      >
        <ListBox items={options} className="outline-none">
          {(option) => (
            <ListBoxItem
              id={option.value}
              textValue={option.label}
              className="group flex min-h-9 cursor-pointer items-center gap-2 rounded-md px-2.5 text-sm outline-none data-focused:bg-hover coarse:min-h-11"
            >
              <span className="flex-1">{option.label}</span>
              <Check size={16} className="invisible text-accent group-data-selected:visible" aria-hidden />
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
