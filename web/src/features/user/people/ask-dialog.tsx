import { useState } from "react";
import { failureOf } from "../../../api/failure.ts";
import { FormProblem } from "../../../forms/form.tsx";
import { useWorkspace } from "../../../store/client-context.tsx";
import type { User } from "../../../store/people/user.ts";
import { socialText as t } from "../../../text/social.ts";
import { t as common } from "../../../text/text.ts";
import { Button } from "../../../ui/button.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { useSocialApi } from "../social-api.ts";

interface AskDialogProps {
  readonly user: User;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

const longestNote = 200;

/** Asks somebody to be a contact, with a few words if one likes. */
export function AskDialog({ user, isOpen, onClose }: AskDialogProps) {
  const { circle } = useWorkspace();
  const api = useSocialApi();
  const [note, setNote] = useState("");
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const ask = async () => {
    setBusy(true);
    try {
      const { contacts } = await api();
      await contacts.requestContact({ userId: user.id, note });
      await circle.read();
      onClose();
    } catch (error) {
      setProblem(failureOf(error).text);
    } finally {
      setBusy(false);
    }
  };
  const footer = (
    <>
      <Button onClick={onClose}>{common("ui.cancel")}</Button>
      <Button tone="primary" isBusy={isBusy} onClick={() => void ask()}>
        {t("ask")}
      </Button>
    </>
  );
  return (
    <Dialog
      title={t("addTitle", { name: user.name })}
      isOpen={isOpen}
      onClose={onClose}
      size="small"
      footer={footer}
    >
      <div className="flex flex-col gap-3">
        <TextField
          label={t("note")}
          description={t("noteHint")}
          required={false}
          autoFocus
          maxLength={longestNote}
          value={note}
          onChange={(event) => setNote(event.target.value)}
          onKeyDown={(event) => event.key === "Enter" && !event.nativeEvent.isComposing && void ask()}
        />
        <FormProblem text={problem} />
      </div>
    </Dialog>
  );
}
