import { type FormEvent, useState } from "react";
import { dayOf } from "../../../message-list/day.ts";
import { dateText } from "../../../text/date.ts";
import { Button } from "../../../ui/button.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { TextField } from "../../../ui/text-field.tsx";

export interface DateDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** The beginning of the day that was chosen, in milliseconds since 1970. */
  readonly onChoose: (moment: number) => void;
}

/** Asks for the day to jump to. */
export function DateDialog({ isOpen, onClose, onChoose }: DateDialogProps) {
  const [day, setDay] = useState(() => today());
  const choose = (event: FormEvent) => {
    event.preventDefault();
    const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
    onChoose(new Date(year, month - 1, date).getTime());
    onClose();
  };
  return (
    <Dialog title={dateText("jump")} isOpen={isOpen} onClose={onClose} size="small">
      <form onSubmit={choose} className="flex items-end gap-3 pb-3">
        <TextField
          label={dateText("day")}
          type="date"
          required
          autoFocus
          value={day}
          max={today()}
          onChange={(event) => setDay(event.target.value)}
          className="flex-1"
        />
        <Button type="submit" tone="primary" className="min-h-10">
          {dateText("go")}
        </Button>
      </form>
    </Dialog>
  );
}

const today = (): string => dayOf(Date.now());
