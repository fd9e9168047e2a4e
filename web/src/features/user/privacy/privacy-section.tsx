import { Ban } from "lucide-react";
import { useStore } from "zustand";
import { Row, Rows } from "../../../settings/rows.tsx";
import { Group, Section } from "../../../settings/section.tsx";
import { SmallButton } from "../../../settings/small-button.tsx";
import { useWorkspace } from "../../../store/client-context.tsx";
import { useUsers } from "../../../store/hooks.ts";
import { settingsText } from "../../../text/settings.ts";
import { socialText as t } from "../../../text/social.ts";
import { Avatar } from "../../../ui/avatar.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { useCircleCall } from "../people/use-person-actions.tsx";

/** The people whom the reader blocked, and the way to unblock them. */
export function PrivacySection() {
  const blocked = useStore(useWorkspace().circle.store, (circle) => circle.blocked);
  const users = useUsers([...blocked]);
  const run = useCircleCall();
  return (
    <Section title={settingsText("privacy.title")} lead={t("privacy.lead")}>
      <Group title={t("privacy.blocked")} description={t("privacy.about")}>
        {blocked.size === 0 ? (
          <EmptyState icon={<Ban size={24} />} title={t("privacy.none")}>
            {t("privacy.noneHint")}
          </EmptyState>
        ) : (
          <Rows label={t("privacy.blocked")}>
            {[...users.values()].map(({ id, name, handle, avatarUrl }) => (
              <Row
                key={id}
                icon={<Avatar id={id} name={name} imageUrl={avatarUrl || undefined} size={32} />}
                title={name}
                actions={
                  <SmallButton
                    aria-label={t("unblockNamed", { name })}
                    onClick={() => run((api) => api.unblockPerson({ userId: id }))}
                  >
                    {t("unblock")}
                  </SmallButton>
                }
              >
                @{handle}
              </Row>
            ))}
          </Rows>
        )}
      </Group>
    </Section>
  );
}
