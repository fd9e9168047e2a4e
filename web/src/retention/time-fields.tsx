import { SelectField } from "../forms/select-field.tsx";
import { keepingText as t } from "../text/keeping.ts";
import { TextField } from "../ui/text-field.tsx";
import { daysOf, OTHER, type TimeWish, timeChoices } from "./kept-time.ts";

interface TimeFieldsProps {
  readonly label: string;
  readonly wish: TimeWish;
  readonly onChange: (wish: TimeWish) => void;
  /** A choice before all others. */
  readonly first?: { readonly value: string; readonly label: string };
}

/** A time out of a few, or in days. */
export function TimeFields({ label, wish, onChange, first }: TimeFieldsProps) {
  const choices = timeChoices();
  return (
    <>
      <SelectField
        label={label}
        value={wish.choice}
        options={first === undefined ? choices : [first, ...choices]}
        onChoose={(choice) => onChange({ ...wish, choice })}
      />
      {wish.choice === OTHER && (
        <TextField
          label={t("retention.otherLabel")}
          inputMode="numeric"
          value={wish.typed}
          error={wish.typed !== "" && daysOf(wish) === "wrong" ? t("retention.otherWrong") : undefined}
          onChange={({ target }) => onChange({ ...wish, typed: target.value })}
          autoFocus
          required
        />
      )}
    </>
  );
}
