import { type GetInvitationResponse, Role } from "../../../../gen/chatter/auth/v1/auth_pb.js";
import { failureOf } from "../../api/failure.ts";
import { useClient } from "../../store/client-context.tsx";
import type { Account } from "../../store/session/account.ts";
import { entryText as t } from "../../text/entry.ts";
import { Button } from "../../ui/button.tsx";
import { showToast } from "../../ui/toast-store.ts";
import { MainLink } from "./entry-link.tsx";
import { EntryNote } from "./entry-note.tsx";
import { home } from "./next.ts";
import { RegistrationForm } from "./registration-form.tsx";

interface JoinPageProps {
  readonly token: string;
  /** Undefined: the link cannot be used any more. */
  readonly invitation: GetInvitationResponse | undefined;
  /** Who is signed in already. */
  readonly account: Account | undefined;
}

/** Where an invitation link leads. */
export function JoinPage({ token, invitation, account }: JoinPageProps) {
  if (account !== undefined) return <AlreadyIn org={invitation?.orgName ?? ""} email={account.email} />;
  if (invitation === undefined) {
    const action = <MainLink to="/login">{t("entry.toLogin")}</MainLink>;
    return (
      <EntryNote tone="broken" title={t("join.invalid")} action={action}>
        {t("join.invalidHint")}
      </EntryNote>
    );
  }
  const { orgName: org, role, email } = invitation;
  return (
    <RegistrationForm
      title={t("join.title", { org })}
      lead={t(role === Role.GUEST ? "join.leadGuest" : "join.lead")}
      submit={t("join.submit", { org })}
      invitation={token}
      {...(email === "" ? {} : { email })}
    />
  );
}

function AlreadyIn({ org, email }: { readonly org: string; readonly email: string }) {
  const { session } = useClient();
  const signOut = async () => {
    try {
      await session.logout();
    } catch (error) {
      showToast({ text: failureOf(error).text, tone: "danger" });
    }
  };
  const action = (
    <div className="flex flex-col gap-2">
      <MainLink to={home}>{t("join.continue")}</MainLink>
      <Button tone="quiet" onClick={() => void signOut()}>
        {t("join.signOut")}
      </Button>
    </div>
  );
  return (
    <EntryNote tone="done" title={t("join.alreadyIn")} action={action}>
      {org === "" ? t("join.signedInAs", { email }) : t("join.alreadyInHint", { org, email })}
    </EntryNote>
  );
}
