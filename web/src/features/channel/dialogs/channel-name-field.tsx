import { type ComponentProps, useLayoutEffect, useRef, useState } from "react";
import { dialogText as t } from "../../../text/en-dialogs.ts";
import { TextField } from "../../../ui/text-field.tsx";
import { nameFrom, problemOf } from "./channel-name.ts";

interface ChannelNameFieldProps
  extends Omit<ComponentProps<typeof TextField>, "label" | "value" | "onChange" | "ref"> {
  readonly value: string;
  /** Makes room for what is wrong with the name. */
  readonly hint?: string;
  readonly onChange: (event: { readonly target: { readonly value: string } }) => void;
}

/** Turns what is typed into a name at once, and leaves the caret where it is in it. */
export function ChannelNameField({ value, onChange, error, hint, ...field }: ChannelNameFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  // A new object each time: also where the name is the same as before, React has put the caret elsewhere.
  const [caret, setCaret] = useState<{ readonly at: number }>();
  useLayoutEffect(() => {
    if (caret !== undefined) input.current?.setSelectionRange(caret.at, caret.at);
  }, [caret]);
  const take = ({ value: typed, selectionStart }: HTMLInputElement) => {
    setCaret({ at: nameFrom(typed.slice(0, selectionStart ?? typed.length)).length });
    onChange({ target: { value: nameFrom(typed) } });
  };
  const problem = problemOf(value) === "wrongSign" ? t("name.wrongSign") : error;
  return (
    <TextField
      {...field}
      ref={input}
      label={t("name.label")}
      error={problem}
      {...(problem === undefined && hint !== undefined && { description: hint })}
      value={value}
      onChange={({ target, nativeEvent }) => {
        // A letter that is being composed must not be changed underneath.
        if (nativeEvent instanceof InputEvent && nativeEvent.isComposing) onChange({ target });
        else take(target);
      }}
      onCompositionEnd={({ currentTarget }) => take(currentTarget)}
      maxLength={80}
      autoCapitalize="none"
      autoComplete="off"
      spellCheck={false}
      required
    />
  );
}
