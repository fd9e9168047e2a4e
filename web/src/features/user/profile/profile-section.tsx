import { Group, Section } from "../../../settings/section.tsx";
import { useMe, useUser } from "../../../store/hooks.ts";
import { settingsText as t } from "../../../text/settings.ts";
import { Skeleton } from "../../../ui/skeleton.tsx";
import { AvatarGroup } from "../avatar/avatar-group.tsx";
import { StatusForm } from "../status/status-form.tsx";
import { ProfileForm } from "./profile-form.tsx";

/** How others see one. */
export function ProfileSection() {
  const user = useUser(useMe());
  return (
    <Section title={t("profile.title")} lead={t("profile.lead")}>
      {user === undefined ? (
        <Skeleton className="h-22 w-full" />
      ) : (
        <>
          <AvatarGroup user={user} />
          <ProfileForm key={user.id} user={user} />
          <Group title={t("status.title")} description={t("status.description")}>
            <StatusForm status={user.status} />
          </Group>
        </>
      )}
    </Section>
  );
}
