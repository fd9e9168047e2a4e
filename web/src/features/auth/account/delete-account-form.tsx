import { useNavigate } from "@tanstack/react-router";
import { Form } from "../../../forms/form.tsx";
import { PasswordField } from "../../../forms/password-field.tsx";
import { useForm } from "../../../forms/use-form.ts";
import { useConfirmed } from "../../../settings/identity/use-confirmed.tsx";
import { useClient } from "../../../store/client-context.tsx";
import { keepingText as t } from "../../../text/keeping.ts";
import { settingsText } from "../../../text/settings.ts";
import { t as common } from "../../../text/text.ts";
import { Button } from "../../../ui/button.tsx";
import { showToast } from "../../../ui/toast-store.ts";
import { useAccount } from "./use-account.ts";
import { usePasskeys } from "./use-passkeys.ts";

/** Says what will happen, and asks for the password; whoever has none shows by a passkey who they are. */
export function DeleteAccountForm({ onCancel }: { readonly onCancel: () => void }) {
  const { session } = useClient();
  const navigate = useNavigate();
  const { email, role } = useAccount();
  const hasPassword = usePasskeys().data?.hasPassword ?? true;
  const { run, dialog } = useConfirmed();
  const form = useForm({
    initial: { password: "" },
    check: ({ password }) => ({
      password: hasPassword && password === "" ? settingsText("password.currentMissing") : undefined,
    }),
    blame: { WRONG_PASSWORD: "password" },
    submit: async (wish) => {
      const leave = async () => {
        await session.deleteAccount(wish);
        showToast({ text: t("leave.done") });
        await navigate({ to: "/login", replace: true });
      };
      if (hasPassword) await leave();
      else run(leave);
    },
  });
  const actions = (
    <div className="flex justify-end gap-2 pb-2">
      <Button onClick={onCancel}>{common("ui.cancel")}</Button>
      <Button type="submit" tone="danger" isBusy={form.isBusy}>
        {t("leave.submit")}
      </Button>
    </div>
  );
  return (
    <Form label={t("leave.title")} problem={form.failure?.text} onSubmit={form.onSubmit} actions={actions}>
      <WhatHappens isOwner={role === "owner"} />
      {/* Tells password managers whose password it is. */}
      <input type="email" autoComplete="username" value={email} readOnly hidden />
      {hasPassword && (
        <PasswordField {...form.field("password")} label={t("leave.password")} autoFocus required />
      )}
      {dialog}
    </Form>
  );
}

function WhatHappens({ isOwner }: { readonly isOwner: boolean }) {
  return (
    <div className="flex flex-col gap-1.5 text-ink2">
      <p>{t("leave.what")}</p>
      <ul className="list-disc ps-5">
        <li>{t("leave.signedOut")}</li>
      </ul>
      <p>{t("leave.then")}</p>
      <ul className="list-disc ps-5">
        <li>{t("leave.profile")}</li>
        <li>{t("leave.messages")}</li>
        <li>{t("leave.channels")}</li>
      </ul>
      {isOwner && <p className="text-[13px] text-ink3">{t("leave.owner")}</p>}
    </div>
  );
}
