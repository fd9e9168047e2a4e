import { useState } from "react";
import { FormProblem } from "../../../../forms/form.tsx";
import { useWorkspace } from "../../../../store/client-context.tsx";
import type { User } from "../../../../store/people/user.ts";
import { dialogText as t } from "../../../../text/en-dialogs.ts";
import { Button } from "../../../../ui/button.tsx";
import { DialogActions } from "../dialog-actions.tsx";
import { ListBody } from "../list/list-body.tsx";
import { PeoplePicker } from "../people/people-picker.tsx";
import { useAttempt } from "../use-attempt.ts";
import { useOpenChannel } from "../use-open-channel.ts";

const mostOthers = 8;

/** Picks the people of a conversation and goes there. Alone with oneself, it is a place for notes. */
export function NewDirect() {
  const { api, me } = useWorkspace();
  const openChannel = useOpenChannel();
  const [chosen, setChosen] = useState<readonly User[]>([]);
  const { isBusy, failure, attempt } = useAttempt();
  const others = chosen.filter(({ id }) => id !== me);
  const open = () =>
    void attempt(async () => {
      await openChannel(await api.channels.openDirect({ userIds: others.map(({ id }) => id) }));
    });
  return (
    <ListBody>
      <PeoplePicker
        label={t("direct.to")}
        chosen={chosen}
        onChange={setChosen}
        most={mostOthers + chosen.length - others.length}
        onSubmit={open}
      />
      {others.length === mostOthers && <p className="text-[13px] text-ink3">{t("direct.full")}</p>}
      <FormProblem text={failure?.text} />
      <DialogActions>
        <Button tone="primary" isBusy={isBusy} disabled={chosen.length === 0} onClick={open}>
          {t("direct.open")}
        </Button>
      </DialogActions>
    </ListBody>
  );
}
