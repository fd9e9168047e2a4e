import { Plus, Ticket } from "lucide-react";
import { useState } from "react";
import { Loaded } from "../../../settings/loaded.tsx";
import { Rows } from "../../../settings/rows.tsx";
import { Group, Section } from "../../../settings/section.tsx";
import { SmallButton } from "../../../settings/small-button.tsx";
import { settingsText as t } from "../../../text/settings.ts";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { InvitationRow } from "./invitation-row.tsx";
import { InviteDialog } from "./invite-dialog.tsx";
import { useInvitations } from "./use-invitations.ts";

/** The links by which people come in. */
export function InvitationsSection() {
  const query = useInvitations();
  const [isInviting, setInviting] = useState(false);
  const create = (
    <SmallButton tone="primary" onClick={() => setInviting(true)}>
      <Plus size={16} aria-hidden />
      {t("invite.create")}
    </SmallButton>
  );
  return (
    <Section title={t("invitations.title")} lead={t("invitations.lead")}>
      <Group title={t("invitations.open")} action={create}>
        <Loaded query={query}>
          {(invitations) =>
            invitations.length === 0 ? (
              <EmptyState icon={<Ticket size={24} />} title={t("invitations.none")}>
                {t("invitations.noneHint")}
              </EmptyState>
            ) : (
              <Rows label={t("invitations.open")}>
                {invitations.map((invitation) => (
                  <InvitationRow key={invitation.id} invitation={invitation} />
                ))}
              </Rows>
            )
          }
        </Loaded>
      </Group>
      <InviteDialog isOpen={isInviting} onClose={() => setInviting(false)} />
    </Section>
  );
}
