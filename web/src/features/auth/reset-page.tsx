import { useState } from "react";
import { Form } from "../../forms/form.tsx";
import { blamePassword, checkNewPassword } from "../../forms/new-password.ts";
import { PasswordField } from "../../forms/password-field.tsx";
import { useForm } from "../../forms/use-form.ts";
import { useClient } from "../../store/client-context.tsx";
import { entryText as t } from "../../text/entry.ts";
import { Button } from "../../ui/button.tsx";
import { EntryFrame } from "./entry-frame.tsx";
import { MainLink } from "./entry-link.tsx";
import { EntryNote } from "./entry-note.tsx";

/** Where the link of the letter leads: a new password, which ends every session. */
export function ResetPage({ token }: { readonly token: string }) {
  const { api, session } = useClient();
  const [isDone, setDone] = useState(false);
  const form = useForm({
    initial: { newPassword: "" },
    check: ({ newPassword }) => ({ newPassword: checkNewPassword(newPassword) }),
    blame: blamePassword("newPassword"),
    submit: async ({ newPassword }) => {
      await api.auth.resetPassword({ token, newPassword });
      await session.verify();
      setDone(true);
    },
  });
  if (isDone) {
    const action = <MainLink to="/login">{t("entry.toLogin")}</MainLink>;
    return (
      <EntryNote tone="done" title={t("reset.saved")} action={action}>
        {t("reset.savedHint")}
      </EntryNote>
    );
  }
  if (form.failure?.reason === "LINK_INVALID") {
    const action = <MainLink to="/reset">{t("reset.again")}</MainLink>;
    return (
      <EntryNote tone="broken" title={t("reset.invalid")} action={action}>
        {t("reset.invalidHint")}
      </EntryNote>
    );
  }
  return (
    <EntryFrame title={t("reset.choose")} lead={t("reset.chooseLead")}>
      <Form
        label={t("reset.choose")}
        problem={form.failure?.text}
        onSubmit={form.onSubmit}
        actions={
          <Button type="submit" tone="primary" isBusy={form.isBusy}>
            {t("reset.save")}
          </Button>
        }
      >
        <PasswordField
          {...form.field("newPassword")}
          label={t("entry.newPassword")}
          personal={[]}
          autoFocus
          required
        />
      </Form>
    </EntryFrame>
  );
}
