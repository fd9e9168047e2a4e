import { type FormEvent, useState } from "react";
import { useAction } from "../../../settings/use-action.ts";
import { cardText as t } from "../../../text/cards.ts";
import { Button } from "../../../ui/button.tsx";
import { usePolls } from "./use-votes.ts";

/** Adds an option to a poll. */
export function NewOption({ messageId }: { readonly messageId: string }) {
  const polls = usePolls();
  const [text, setText] = useState("");
  const { isBusy, run } = useAction();
  const add = (event: FormEvent) => {
    event.preventDefault();
    run(async () => {
      await polls.addPollOption({ messageId, text: text.trim() });
      setText("");
    });
  };
  return (
    <form onSubmit={add} className="mt-1.5 flex gap-1.5">
      <input
        aria-label={t("poll.newOption")}
        placeholder={t("poll.newOption")}
        dir="auto"
        maxLength={200}
        value={text}
        onChange={(event) => setText(event.target.value)}
        className="min-w-0 flex-1 rounded-md border border-field-line bg-raised px-2.5 py-1 coarse:text-base"
      />
      <Button type="submit" size="small" isBusy={isBusy} disabled={text.trim() === ""}>
        {t("poll.add")}
      </Button>
    </form>
  );
}
