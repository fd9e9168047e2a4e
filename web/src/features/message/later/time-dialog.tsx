import { type FormEvent, useState } from "react";
import { laterText } from "../../../text/later.ts";
import { Button } from "../../../ui/button.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { fromField, momentOf, toField } from "./send-times.ts";

interface TimeFieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error: string | undefined;
}

/** A moment in the time of this device. */
export function TimeField({ value, onChange, error }: TimeFieldProps) {
  const [now] = useState(() => toField(Date.now()));
  return (
    <TextField
      label={laterText("when")}
      description={laterText("whenHint", { zone: new Intl.DateTimeFormat().resolvedOptions().timeZone })}
      type="datetime-local"
      required
      value={value}
      min={now}
      error={error}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

/** What a field says if that is still to come. */
export function comingMoment(value: string): number | undefined {
  const moment = fromField(value);
  return moment !== undefined && moment > Date.now() ? moment : undefined;
}

interface TimeDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onChoose: (moment: number) => void;
}

/** Asks when a message is to be sent. */
export function TimeDialog({ isOpen, onClose, onChoose }: TimeDialogProps) {
  const [value, setValue] = useState(() => toField(momentOf("tomorrow", new Date())));
  const [isPast, setIsPast] = useState(false);
  const choose = (event: FormEvent) => {
    event.preventDefault();
    const moment = comingMoment(value);
    setIsPast(moment === undefined);
    if (moment === undefined) return;
    onClose();
    onChoose(moment);
  };
  return (
    <Dialog title={laterText("customTitle")} isOpen={isOpen} onClose={onClose} size="small">
      <form onSubmit={choose} noValidate className="flex flex-col gap-4 pb-3">
        <TimeField value={value} onChange={setValue} error={isPast ? laterText("past") : undefined} />
        <Button type="submit" tone="primary" className="self-end">
          {laterText("plan")}
        </Button>
      </form>
    </Dialog>
  );
}
