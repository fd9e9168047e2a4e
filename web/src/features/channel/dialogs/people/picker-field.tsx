import { X } from "lucide-react";
import { type ComponentProps, type RefObject, useEffect, useRef } from "react";
import type { User } from "../../../../store/people/user.ts";
import { dialogText as t } from "../../../../text/en-dialogs.ts";
import { Avatar } from "../../../../ui/avatar.tsx";

interface Chosen {
  readonly chosen: readonly User[];
  readonly onDrop: (user: User) => void;
}

interface PickerFieldProps extends Chosen, Omit<ComponentProps<"input">, "ref" | keyof Chosen> {
  readonly label: string;
}

/** The people who are chosen, and the field in which one types further names. */
export function PickerField({ label, chosen, onDrop, ...input }: PickerFieldProps) {
  const ref = useRef<HTMLInputElement>(null);
  // Many names scroll; where one types must stay in sight.
  useEffect(() => {
    ref.current?.scrollIntoView({ block: "nearest" });
  }, [chosen.length]);
  return (
    <div className="flex max-h-34 flex-none flex-wrap items-center gap-1.5 overflow-y-auto rounded-lg border border-field-line bg-raised p-1.5 coarse:py-0.5 focus-within:border-accent focus-within:outline-2 focus-within:outline-accent">
      <Chips chosen={chosen} onDrop={onDrop} field={ref} />
      <input
        ref={ref}
        autoComplete="off"
        spellCheck={false}
        maxLength={80}
        {...input}
        role="combobox"
        aria-label={label}
        aria-autocomplete="list"
        placeholder={chosen.length === 0 ? label : undefined}
        className="min-h-7 min-w-32 flex-1 bg-transparent px-1.5 text-[15px] outline-none coarse:min-h-11 coarse:text-base"
      />
    </div>
  );
}

interface ChipsProps extends Chosen {
  readonly field: RefObject<HTMLInputElement | null>;
}

function Chips({ chosen, onDrop, field }: ChipsProps) {
  if (chosen.length === 0) return null;
  const drop = (user: User) => {
    onDrop(user);
    field.current?.focus();
  };
  return (
    <ul aria-label={t("pick.chosen")} className="contents">
      {chosen.map((user) => (
        <li key={user.id}>
          <button
            type="button"
            onClick={() => drop(user)}
            className="flex min-h-7 items-center gap-1.5 rounded-md bg-accent-soft ps-1 pe-1.5 text-sm font-medium hover:brightness-95 coarse:min-h-11 coarse:ps-2"
          >
            <Avatar id={user.id} name={user.name} imageUrl={user.avatarUrl || undefined} size={20} />
            <span className="sr-only">{t("pick.drop", { name: user.name })}</span>
            <span aria-hidden>{user.name}</span>
            <X size={14} aria-hidden className="text-ink2" />
          </button>
        </li>
      ))}
    </ul>
  );
}
