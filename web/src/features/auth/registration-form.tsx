import { Form } from "../../forms/form.tsx";
import { entryText as t } from "../../text/entry.ts";
import { AccountFields } from "./account-fields.tsx";
import { EntryFrame } from "./entry-frame.tsx";
import { TextLink } from "./entry-link.tsx";
import { EntryNote } from "./entry-note.tsx";
import { NewAccountButtons } from "./passkeys/new-account-buttons.tsx";
import { useRegistration } from "./use-registration.ts";

interface RegistrationFormProps {
  readonly title: string;
  readonly lead: string;
  readonly submit: string;
  /** The token of an invitation link. */
  readonly invitation?: string;
  /** The address that the invitation was made for. */
  readonly email?: string;
}

export function RegistrationForm({ title, lead, submit, ...invited }: RegistrationFormProps) {
  const { form, way, sentTo } = useRegistration(invited);
  if (sentTo !== undefined) {
    return (
      <EntryNote tone="sent" title={t("register.sent")}>
        {t("register.sentHint", { email: sentTo })}
      </EntryNote>
    );
  }
  const footer = (
    <p>
      {t("register.haveAccount")} <TextLink to="/login">{t("entry.toLogin")}</TextLink>
    </p>
  );
  return (
    <EntryFrame title={title} lead={lead} footer={footer}>
      <Form
        label={title}
        problem={form.failure?.text}
        onSubmit={form.onSubmit}
        actions={<NewAccountButtons submit={submit} isBusy={form.isBusy} way={way} />}
      >
        <AccountFields form={form} isEmailFixed={invited.email !== undefined} autoFocus />
      </Form>
    </EntryFrame>
  );
}
