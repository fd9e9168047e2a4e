import { X } from "lucide-react";
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";
import { formText as t } from "../text/form.ts";
import { classNames } from "../ui/class-names.ts";
import { IconButton } from "../ui/icon-button.tsx";
import { comboKey } from "./combo-key.ts";
import { describedBy, FieldFrame } from "./field-frame.tsx";

export interface ComboOption {
  readonly id: string;
  readonly label: string;
  readonly detail?: string;
  readonly icon?: ReactNode;
}

interface ComboFieldProps {
  readonly label: string;
  readonly placeholder: string;
  readonly description?: string;
  /** Said where nothing fits what was typed. */
  readonly empty: string;
  readonly chosen: ComboOption | undefined;
  /** What fits what was typed, as far as it is known. */
  readonly options: readonly ComboOption[];
  readonly onType: (text: string) => void;
  readonly onChoose: (id: string) => void;
  readonly onClear: () => void;
}

/** One of many things, found by a few letters of its name. */
export function ComboField(props: ComboFieldProps) {
  const { label, description, placeholder, chosen, onClear } = props;
  const id = useId();
  const { text, isOpen, active, input, pick } = useCombo(props);
  return (
    <FieldFrame id={id} label={label} description={description}>
      <div className="relative">
        <input
          {...input}
          id={id}
          role="combobox"
          aria-autocomplete="list"
          aria-expanded={isOpen}
          aria-controls={`${id}-list`}
          aria-activedescendant={isOpen && active !== undefined ? `${id}-${active}` : undefined}
          aria-describedby={describedBy(id, description)}
          autoComplete="off"
          spellCheck={false}
          maxLength={80}
          placeholder={placeholder}
          value={text}
          className="min-h-10 w-full rounded-lg border border-field-line bg-raised ps-3 pe-10 text-[15px] transition focus-visible:border-accent focus-visible:outline-offset-0 coarse:min-h-11 coarse:text-base"
        />
        {chosen === undefined ? null : (
          <IconButton
            label={t("combo.clear", { field: label })}
            icon={<X size={16} />}
            size="small"
            onClick={onClear}
            className="absolute end-1.5 top-1/2 -translate-y-1/2"
          />
        )}
        {isOpen && <ComboList {...props} id={id} active={active} onPick={pick} />}
      </div>
    </FieldFrame>
  );
}

function useCombo({ chosen, options, onType, onChoose }: ComboFieldProps) {
  const [typed, setTyped] = useState<string>();
  const [active, setActive] = useState<number>();
  const isOpen = typed !== undefined;
  const ref = useSelected(chosen?.id);
  const type = (text: string) => {
    setTyped(text);
    setActive(text === "" ? undefined : 0);
    onType(text);
  };
  const close = () => {
    setTyped(undefined);
    onType("");
  };
  const pick = (option: ComboOption) => {
    onChoose(option.id);
    close();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const action = comboKey(event.key, { isOpen, active, count: options.length });
    if (action === undefined) return;
    event.preventDefault();
    if (action === "open") type("");
    else if (action === "close") close();
    else if (action === "pick") {
      const option = options[active ?? 0];
      if (option !== undefined) pick(option);
    } else setActive(action);
  };
  const input = {
    onKeyDown,
    onChange: (event: { readonly target: { readonly value: string } }) => type(event.target.value),
    onClick: () => {
      if (!isOpen) type("");
    },
    ref,
    onFocus: (event: { readonly target: { readonly select: () => void } }) => event.target.select(),
    onBlur: close,
  };
  return { text: typed ?? chosen?.label ?? "", isOpen, active, input, pick };
}

/** Has what was chosen selected in the field, so that what is typed next takes its place. */
function useSelected(chosenId: string | undefined) {
  const ref = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (chosenId !== undefined && document.activeElement === ref.current) ref.current?.select();
  }, [chosenId]);
  return ref;
}

interface ComboListProps extends ComboFieldProps {
  readonly id: string;
  readonly active: number | undefined;
  readonly onPick: (option: ComboOption) => void;
}

function ComboList({ id, label, options, empty, chosen, active, onPick }: ComboListProps) {
  return (
    <div className="absolute inset-x-0 top-full z-5 mt-1 max-h-72 overflow-y-auto rounded-xl border border-line bg-raised p-1 shadow-raised">
      <div id={`${id}-list`} role="listbox" aria-label={label}>
        {options.map((option, index) => (
          <div
            key={option.id}
            id={`${id}-${index}`}
            role="option"
            aria-selected={option.id === chosen?.id}
            // The field must keep the keyboard, or it closes before the press has ended.
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => onPick(option)}
            ref={(element) => {
              if (index === active) element?.scrollIntoView({ block: "nearest" });
            }}
            className={classNames(
              "flex min-h-9 cursor-pointer items-center gap-2.5 rounded-lg px-2.5 coarse:min-h-11",
              index === active ? "bg-accent-soft" : "hover:bg-hover",
            )}
          >
            {option.icon}
            <span className="min-w-0 flex-1 truncate">
              {option.label}
              {option.detail === undefined ? null : <span className="text-ink3"> {option.detail}</span>}
            </span>
          </div>
        ))}
      </div>
      {options.length === 0 && (
        <p role="status" className="px-2.5 py-2 text-sm text-ink2">
          {empty}
        </p>
      )}
    </div>
  );
}
