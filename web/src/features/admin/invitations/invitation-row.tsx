import { Link2, Mail } from "lucide-react";
import type { Invitation } from "../../../../../gen/chatter/auth/v1/auth_pb.js";
import { Row, Tag } from "../../../settings/rows.tsx";
import { SmallButton } from "../../../settings/small-button.tsx";
import { useAction } from "../../../settings/use-action.ts";
import { dateOf, fromNow } from "../../../settings/when.ts";
import { useClient } from "../../../store/client-context.tsx";
import { useUser } from "../../../store/hooks.ts";
import { adminText } from "../../../text/administration.ts";
import { settingsText as t } from "../../../text/settings.ts";
import { OPERATOR } from "../person-name.tsx";
import { roleNameOf, roleText } from "../roles.ts";
import { refreshInvitations } from "./use-invitations.ts";

export function InvitationRow({ invitation }: { readonly invitation: Invitation }) {
  const { id, email, usesLeft, role } = invitation;
  const { api } = useClient();
  const maker = useUser(invitation.createdBy);
  const makerName = invitation.createdBy === OPERATOR ? adminText("thing.operator") : maker?.name;
  const { isBusy, run } = useAction();
  const revoke = async () => {
    await api.auth.revokeInvitation({ invitationId: id });
    await refreshInvitations();
  };
  const expires = dateOf(invitation.expiresAt);
  const name = email === "" ? t("invitations.anybody") : email;
  const notes = [
    t("invitations.uses", { count: usesLeft }),
    expires && t("invitations.expires", { when: fromNow(expires) }),
    makerName !== undefined && t("invitations.by", { name: makerName }),
  ];
  return (
    <Row
      icon={email === "" ? <Link2 size={20} /> : <Mail size={20} />}
      title={
        <>
          {name}
          <Tag>{roleText(roleNameOf(role))}</Tag>
        </>
      }
      actions={
        <SmallButton
          isBusy={isBusy}
          aria-label={t("invitations.revokeThis", { name })}
          onClick={() => run(revoke)}
        >
          {t("invitations.revoke")}
        </SmallButton>
      }
    >
      {notes.filter(Boolean).join(" · ")}
    </Row>
  );
}
