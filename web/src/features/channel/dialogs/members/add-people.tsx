import { useState } from "react";
import { FormProblem } from "../../../../forms/form.tsx";
import { useWorkspace } from "../../../../store/client-context.tsx";
import type { User } from "../../../../store/people/user.ts";
import { dialogText as t } from "../../../../text/en-dialogs.ts";
import { Button } from "../../../../ui/button.tsx";
import { showToast } from "../../../../ui/toast-store.ts";
import { DialogActions } from "../dialog-actions.tsx";
import { ListBody } from "../list/list-body.tsx";
import { PeoplePicker } from "../people/people-picker.tsx";
import { useAttempt } from "../use-attempt.ts";

interface AddPeopleProps {
  readonly channelId: string;
  /** Who is in the channel already, of those who are known. */
  readonly memberIds: ReadonlySet<string>;
  readonly onDone: () => void;
}

const mostAtOnce = 100;

/** Picks people who are not in a channel, and brings them in. */
export function AddPeople({ channelId, memberIds, onDone }: AddPeopleProps) {
  const { api } = useWorkspace();
  const [chosen, setChosen] = useState<readonly User[]>([]);
  const { isBusy, failure, attempt } = useAttempt();
  const add = () =>
    void attempt(async () => {
      await api.channels.addMembers({ channelId, userIds: chosen.map(({ id }) => id) });
      showToast({ text: t("members.added", { count: chosen.length }) });
      onDone();
    });
  return (
    <ListBody>
      <PeoplePicker
        label={t("members.toAdd")}
        chosen={chosen}
        onChange={setChosen}
        most={mostAtOnce}
        exceptionOf={({ id }) => (memberIds.has(id) ? t("members.isIn") : undefined)}
        onSubmit={add}
      />
      <FormProblem text={failure?.text} />
      <DialogActions onCancel={onDone}>
        <Button tone="primary" isBusy={isBusy} disabled={chosen.length === 0} onClick={add}>
          {t("members.add")}
        </Button>
      </DialogActions>
    </ListBody>
  );
}
