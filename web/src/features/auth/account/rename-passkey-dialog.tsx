import type { Passkey } from "../../../../../gen/chatter/auth/v1/sign_in_pb.js";
import { Form } from "../../../forms/form.tsx";
import { useForm } from "../../../forms/use-form.ts";
import { useSignInApi } from "../../../passkeys/use-sign-in-api.ts";
import { passkeyText as t } from "../../../text/passkeys.ts";
import { reasonText } from "../../../text/reasons.ts";
import { t as common } from "../../../text/text.ts";
import { Button } from "../../../ui/button.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { useRefreshPasskeys } from "./use-passkeys.ts";

interface RenamePasskeyDialogProps {
  /** The passkey in question; undefined closes the dialog. */
  readonly passkey: Passkey | undefined;
  readonly onClose: () => void;
}

export function RenamePasskeyDialog({ passkey, onClose }: RenamePasskeyDialogProps) {
  return (
    <Dialog title={t("renameTitle")} isOpen={passkey !== undefined} onClose={onClose} size="small">
      {passkey !== undefined && <NameForm key={passkey.id} passkey={passkey} onClose={onClose} />}
    </Dialog>
  );
}

function NameForm({ passkey, onClose }: { readonly passkey: Passkey; readonly onClose: () => void }) {
  const api = useSignInApi();
  const refresh = useRefreshPasskeys();
  const form = useForm({
    initial: { name: passkey.name },
    check: ({ name }) => ({ name: name.trim() === "" ? reasonText("NAME_EMPTY") : undefined }),
    submit: async ({ name }) => {
      await api.renamePasskey({ passkeyId: passkey.id, name });
      await refresh();
      onClose();
    },
  });
  const actions = (
    <div className="flex justify-end gap-2 pb-2">
      <Button onClick={onClose}>{common("ui.cancel")}</Button>
      <Button type="submit" tone="primary" isBusy={form.isBusy}>
        {t("save")}
      </Button>
    </div>
  );
  return (
    <Form label={t("renameTitle")} problem={form.failure?.text} onSubmit={form.onSubmit} actions={actions}>
      <TextField
        {...form.field("name")}
        label={t("name")}
        description={t("nameHint")}
        maxLength={80}
        autoComplete="off"
        autoFocus
        required
      />
    </Form>
  );
}
