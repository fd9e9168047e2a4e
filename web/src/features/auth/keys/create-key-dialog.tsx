import { useState } from "react";
import { ChoiceCards } from "../../../forms/choice-cards.tsx";
import { Form } from "../../../forms/form.tsx";
import { SelectField } from "../../../forms/select-field.tsx";
import { useForm } from "../../../forms/use-form.ts";
import { SecretOnce } from "../../../settings/secret-once.tsx";
import { useClient } from "../../../store/client-context.tsx";
import { reasonText } from "../../../text/reasons.ts";
import { settingsText as t } from "../../../text/settings.ts";
import { t as common } from "../../../text/text.ts";
import { Button } from "../../../ui/button.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { type KeyWish, keyRequest } from "./key-wish.ts";
import { useRefreshKeys } from "./refresh-keys.ts";

interface CreateKeyDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

export function CreateKeyDialog({ isOpen, onClose }: CreateKeyDialogProps) {
  const [secret, setSecret] = useState<string>();
  const close = () => {
    setSecret(undefined);
    onClose();
  };
  return (
    <Dialog
      title={t(secret === undefined ? "keys.createTitle" : "keys.created")}
      isOpen={isOpen}
      onClose={close}
    >
      {secret === undefined ? (
        <KeyForm onCreated={setSecret} onCancel={close} />
      ) : (
        <SecretOnce label={t("keys.secret")} hint={t("keys.secretHint")} secret={secret} onDone={close} />
      )}
    </Dialog>
  );
}

const untouched: KeyWish = { name: "", reach: "read", days: "90" };

interface KeyFormProps {
  readonly onCreated: (secret: string) => void;
  readonly onCancel: () => void;
}

function KeyForm({ onCreated, onCancel }: KeyFormProps) {
  const { api } = useClient();
  const refresh = useRefreshKeys();
  const form = useForm<KeyWish>({
    initial: untouched,
    check: ({ name }) => ({ name: name.trim() === "" ? reasonText("NAME_EMPTY") : undefined }),
    submit: async (wish) => {
      const { secret } = await api.auth.createApiKey(keyRequest(wish, new Date()));
      onCreated(secret);
      await refresh();
    },
  });
  const actions = (
    <div className="flex justify-end gap-2 pb-2">
      <Button onClick={onCancel}>{common("ui.cancel")}</Button>
      <Button type="submit" tone="primary" isBusy={form.isBusy}>
        {t("keys.create")}
      </Button>
    </div>
  );
  return (
    <Form
      label={t("keys.createTitle")}
      problem={form.failure?.text}
      onSubmit={form.onSubmit}
      actions={actions}
    >
      <TextField
        {...form.field("name")}
        label={t("keys.name")}
        description={t("keys.nameHint")}
        maxLength={80}
        autoComplete="off"
        autoFocus
        required
      />
      <ChoiceCards
        label={t("keys.reach")}
        value={form.values.reach}
        onChoose={(reach) => form.change({ reach })}
        choices={[
          { value: "read", label: t("keys.read"), description: t("keys.readHint") },
          { value: "write", label: t("keys.write"), description: t("keys.writeHint") },
        ]}
        className="pane:grid-cols-2"
      />
      <SelectField
        label={t("keys.days")}
        value={form.values.days}
        onChoose={(days) => form.change({ days })}
        options={(["7", "30", "90", "365"] as const).map((days) => ({
          value: days,
          label: t("keys.inDays", { count: Number(days) }),
        }))}
      />
    </Form>
  );
}
