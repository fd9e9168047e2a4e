import { type GetSetupResponse, RegistrationMode } from "../../../../gen/chatter/auth/v1/auth_pb.js";
import { entryText as t } from "../../text/entry.ts";
import { MainLink } from "./entry-link.tsx";
import { EntryNote } from "./entry-note.tsx";
import { RegistrationForm } from "./registration-form.tsx";

/** For strangers, where the server lets them in without an invitation. */
export function RegisterPage({ setup }: { readonly setup: GetSetupResponse }) {
  if (setup.registration !== RegistrationMode.OPEN) {
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
