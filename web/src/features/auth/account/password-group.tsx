import { useQueryClient } from "@tanstack/react-query";
import { Form } from "../../../forms/form.tsx";
import { blamePassword, checkNewPassword } from "../../../forms/new-password.ts";
import { PasswordField } from "../../../forms/password-field.tsx";
import { useForm } from "../../../forms/use-form.ts";
import { useConfirmed } from "../../../settings/identity/use-confirmed.tsx";
import { Group } from "../../../settings/section.tsx";
import { useClient } from "../../../store/client-context.tsx";
import { settingsText as t } from "../../../text/settings.ts";
import { Button } from "../../../ui/button.tsx";
import { showToast } from "../../../ui/toast-store.ts";
import { useAccount } from "./use-account.ts";
import { usePasskeys, useRefreshPasskeys } from "./use-passkeys.ts";

const empty = { currentPassword: "", newPassword: "" };

export function PasswordGroup() {
  const { email } = useAccount();
  const { api } = useClient();
  const queries = useQueryClient();
  const hasPassword = usePasskeys().data?.hasPassword ?? true;
  const { run, dialog } = useConfirmed();
  const refresh = useRefreshPasskeys();
  const form = useForm({
    initial: empty,
    check: ({ currentPassword, newPassword }) => ({
      currentPassword: hasPassword && currentPassword === "" ? t("password.currentMissing") : undefined,
      newPassword: checkNewPassword(newPassword),
    }),
    blame: { WRONG_PASSWORD: "currentPassword", ...blamePassword("newPassword") },
    submit: async (passwords) => {
      const change = async () => {
        await api.auth.changePassword(passwords);
        form.change(empty);
        showToast({ text: t("password.changed") });
        await Promise.all([queries.invalidateQueries(), refresh()]);
      };
      // Whoever has none shows by a passkey who they are.
      if (hasPassword) await change();
      else run(change);
    },
  });
  const submit = (
    <Button type="submit" isBusy={form.isBusy} className="self-start">
      {t(hasPassword ? "password.submit" : "password.choose")}
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
        {hasPassword && (
          <PasswordField {...form.field("currentPassword")} label={t("password.current")} required />
        )}
        <PasswordField
          {...form.field("newPassword")}
          label={t("password.new")}
          personal={[email, email.split("@")[0] ?? ""]}
          required
        />
      </Form>
      {dialog}
    </Group>
  );
}
