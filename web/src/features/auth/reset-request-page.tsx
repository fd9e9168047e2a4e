import { useState } from "react";
import { Form } from "../../forms/form.tsx";
import { useForm } from "../../forms/use-form.ts";
import { useClient } from "../../store/client-context.tsx";
import { entryText as t } from "../../text/entry.ts";
import { Button } from "../../ui/button.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { checkEmail } from "./checks.ts";
import { EntryFrame } from "./entry-frame.tsx";
import { TextLink } from "./entry-link.tsx";
import { EntryNote } from "./entry-note.tsx";

/** Asks for a link to a new password. Whether there is such an account is told to nobody. */
export function ResetRequestPage({ sendsMail }: { readonly sendsMail: boolean }) {
  const { api } = useClient();
  const [sentTo, setSentTo] = useState<string>();
  const form = useForm({
    initial: { email: "" },
    check: ({ email }) => ({ email: checkEmail(email) }),
    submit: async ({ email }) => {
      await api.auth.requestPasswordReset({ email: email.trim() });
      setSentTo(email.trim());
    },
  });
  if (sentTo !== undefined) {
    const action = (
      <TextLink to="/login" className="self-center text-sm">
        {t("reset.back")}
      </TextLink>
    );
    return (
      <EntryNote tone="sent" title={t(sendsMail ? "reset.sent" : "reset.written")} action={action}>
        {t(sendsMail ? "reset.sentHint" : "reset.writtenHint", { email: sentTo })}
      </EntryNote>
    );
  }
  return (
    <EntryFrame
      title={t("reset.title")}
      lead={t(sendsMail ? "reset.lead" : "reset.leadNoMail")}
      footer={<TextLink to="/login">{t("reset.back")}</TextLink>}
    >
      <Form
        label={t("reset.title")}
        problem={form.failure?.text}
        onSubmit={form.onSubmit}
        actions={
          <Button type="submit" tone="primary" isBusy={form.isBusy}>
            {t(sendsMail ? "reset.submit" : "reset.submitNoMail")}
          </Button>
        }
      >
        <TextField
          {...form.field("email")}
          label={t("entry.email")}
          type="email"
          inputMode="email"
          autoComplete="username"
          autoFocus
          required
        />
      </Form>
    </EntryFrame>
  );
}
