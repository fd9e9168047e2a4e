import { useNavigate } from "@tanstack/react-router";
import { Form } from "../../forms/form.tsx";
import { checkNewPassword } from "../../forms/new-password.ts";
import { useForm } from "../../forms/use-form.ts";
import { useClient } from "../../store/client-context.tsx";
import { entryText as t } from "../../text/entry.ts";
import { reasonText } from "../../text/reasons.ts";
import { TextField } from "../../ui/text-field.tsx";
import { AccountFields, type NewAccount } from "./account-fields.tsx";
import { blameOf, checkEmail, checkName } from "./checks.ts";
import { EntryFrame } from "./entry-frame.tsx";
import { home } from "./next.ts";
import { NewAccountButtons } from "./passkeys/new-account-buttons.tsx";
import { usePasskeySignUp } from "./passkeys/use-passkey-sign-up.ts";
import { WithdrawalNotice } from "./withdrawal-notice.tsx";

interface NewOrg extends NewAccount {
  readonly orgName: string;
}

/** The first page of a new installation: whoever fills it in owns the organisation and is in at once. */
export function SetupPage() {
  const { session } = useClient();
  const navigate = useNavigate();
  const way = usePasskeySignUp();
  const form = useForm<NewOrg>({
    initial: { orgName: "", name: "", email: "", password: "" },
    check: ({ orgName, name, email, password }) => ({
      orgName: orgName.trim() === "" ? reasonText("ORG_NAME_REQUIRED") : undefined,
      name: checkName(name),
      email: checkEmail(email),
      password: way.isPasskey() ? undefined : checkNewPassword(password),
    }),
    blame: { ...blameOf, ORG_NAME_REQUIRED: "orgName" },
    submit: async ({ orgName, name, email, password }) => {
      const own = { name: name.trim(), email: email.trim() };
      const opened = await way.open(own, password);
      if (opened === undefined) return;
      await session.register({ ...own, orgName: orgName.trim(), ...opened });
      await navigate({ href: home, replace: true });
    },
  });
  return (
    <EntryFrame title={t("setup.title")} lead={t("setup.lead")}>
      <WithdrawalNotice />
      <Form
        label={t("setup.title")}
        problem={form.failure?.text}
        onSubmit={form.onSubmit}
        actions={<NewAccountButtons submit={t("setup.submit")} isBusy={form.isBusy} way={way} />}
      >
        <TextField
          {...form.field("orgName")}
          label={t("setup.orgName")}
          placeholder={t("setup.orgExample")}
          autoComplete="organization"
          maxLength={80}
          autoFocus
          required
        />
        <AccountFields form={form} />
      </Form>
    </EntryFrame>
  );
}
