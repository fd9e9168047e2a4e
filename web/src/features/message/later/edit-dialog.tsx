import { type FormEvent, useId, useState } from "react";
import { failureOf } from "../../../api/failure.ts";
import { decodeMentions, encodeMentions } from "../../../composer/mentions.ts";
import type { Scheduled } from "../../../store/scheduled/scheduled.ts";
import { useScheduled } from "../../../store/scheduled/use-scheduled.ts";
import { laterText } from "../../../text/later.ts";
import { Button } from "../../../ui/button.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { showToast } from "../../../ui/toast-store.ts";
import { useMentionDirectory } from "../write/use-mention-directory.ts";
import { momentOf, toField } from "./send-times.ts";
import { comingMoment, TimeField } from "./time-dialog.tsx";

interface EditDialogProps {
  readonly scheduled: Scheduled;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Changes what is planned: text and moment. */
export function EditDialog({ scheduled, isOpen, onClose }: EditDialogProps) {
  const directory = useMentionDirectory();
  const { planned } = useScheduled();
  const id = useId();
  const [text, setText] = useState(() => decodeMentions(scheduled.text, directory));
  const [time, setTime] = useState(() => toField(offered(scheduled, new Date())));
  const [isPast, setIsPast] = useState(false);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const sendAt = comingMoment(time);
    setIsPast(sendAt === undefined);
    if (sendAt === undefined) return;
    try {
      await planned.edit(scheduled.id, { text: encodeMentions(text.trim(), directory), sendAt });
      onClose();
    } catch (error) {
      showToast({ text: failureOf(error).text, tone: "danger" });
    }
  };
  return (
    <Dialog title={laterText("editTitle")} isOpen={isOpen} onClose={onClose}>
      <form onSubmit={(event) => void save(event)} noValidate className="flex flex-col gap-4 pb-3">
        <div className="flex flex-col gap-1.5">
          <label htmlFor={id} className="text-sm font-semibold">
            {laterText("text")}
          </label>
          <textarea
            id={id}
            rows={5}
            dir="auto"
            value={text}
            onChange={(event) => setText(event.target.value)}
            className="rounded-lg border border-field-line bg-raised px-3 py-2 text-[15px] focus-visible:border-accent coarse:text-base"
          />
        </div>
        <TimeField value={time} onChange={setTime} error={isPast ? laterText("past") : undefined} />
        <Button type="submit" tone="primary" disabled={text.trim() === ""} className="self-end">
          {laterText("save")}
        </Button>
      </form>
    </Dialog>
  );
}

/** What could not be sent gets another moment. */
function offered({ sendAt }: Scheduled, now: Date): number {
  return sendAt > now.getTime() ? sendAt : momentOf("1h", now);
}
