import type { Setup } from "../../store/session/account.ts";
import { entryText as t } from "../../text/entry.ts";
import { MainLink } from "./entry-link.tsx";
import { EntryNote } from "./entry-note.tsx";
import { RegistrationForm } from "./registration-form.tsx";

/** For strangers, where the server lets them in without an invitation. */
export function RegisterPage({ setup }: { readonly setup: Setup }) {
  if (setup.registration !== "open") {
    const action = <MainLink to="/login">{t("entry.toLogin")}</MainLink>;
    return (
      <EntryNote tone="broken" title={t("register.closed")} action={action}>
        {t("register.closedHint")}
      </EntryNote>
    );
  }
  return (
    <RegistrationForm
      title={t("register.title", { org: setup.orgName })}
      lead={t("register.lead")}
      submit={t("register.submit")}
    />
  );
}
