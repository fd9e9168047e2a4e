import { useQueryClient } from "@tanstack/react-query";
import { Form } from "../../../forms/form.tsx";
import { blamePassword, checkNewPassword } from "../../../forms/new-password.ts";
import { PasswordField } from "../../../forms/password-field.tsx";
import { useForm } from "../../../forms/use-form.ts";
import { Group } from "../../../settings/section.tsx";
import { useClient } from "../../../store/client-context.tsx";
import { settingsText as t } from "../../../text/settings.ts";
import { Button } from "../../../ui/button.tsx";
import { showToast } from "../../../ui/toast-store.ts";
import { useAccount } from "./use-account.ts";

const empty = { currentPassword: "", newPassword: "" };

export function PasswordGroup() {
  const { email } = useAccount();
  const { api } = useClient();
  const queries = useQueryClient();
  const form = useForm({
    initial: empty,
    check: ({ currentPassword, newPassword }) => ({
      currentPassword: currentPassword === "" ? t("password.currentMissing") : undefined,
      newPassword: checkNewPassword(newPassword),
    }),
    blame: { WRONG_PASSWORD: "currentPassword", ...blamePassword("newPassword") },
    submit: async (passwords) => {
      await api.auth.changePassword(passwords);
      form.change(empty);
      showToast({ text: t("password.changed") });
      await queries.invalidateQueries();
    },
  });
  const submit = (
    <Button type="submit" isBusy={form.isBusy} className="self-start">
      {t("password.submit")}
    </Button>
  );
  return (
    <Group title={t("password.title")} description={t("password.description")}>
      <Form
        label={t("password.title")}
        problem={form.failure?.text}
        onSubmit={form.onSubmit}
        actions={submit}
        className="max-w-96"
      >
        {/* Tells password managers whose password it is. */}
        <input type="email" autoComplete="username" value={email} readOnly hidden />
        <PasswordField {...form.field("currentPassword")} label={t("password.current")} required />
        <PasswordField
          {...form.field("newPassword")}
          label={t("password.new")}
          personal={[email, email.split("@")[0] ?? ""]}
          required
        />
      </Form>
    </Group>
  );
}
