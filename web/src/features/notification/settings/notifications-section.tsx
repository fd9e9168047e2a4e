import { useQuery } from "@connectrpc/connect-query";
import { NotificationSettingsService } from "../../../../../gen/chatter/notification/inbox/v1/settings_pb.js";
import { Loaded } from "../../../settings/loaded.tsx";
import { Group, Section } from "../../../settings/section.tsx";
import { useSession } from "../../../store/hooks.ts";
import { inboxText } from "../../../text/inbox.ts";
import { DevicesGroup } from "../devices/devices-group.tsx";
import { ChoiceForm } from "./choice-form.tsx";
import { OrgLevel } from "./org-level.tsx";

const { getNotificationSettings } = NotificationSettingsService.method;

/** Of what one is told, when, and on which devices. */
export function NotificationsSection() {
  const query = useQuery(getNotificationSettings, {});
  const session = useSession();
  const role = session.phase === "signed-in" ? session.account.role : undefined;
  return (
    <Section title={inboxText("settings")} lead={inboxText("settingsLead")}>
      <Loaded query={query}>
        {({ settings, orgLevel }) => (
          <>
            <ChoiceForm settings={settings} />
            <DevicesGroup />
            {(role === "owner" || role === "admin") && (
              <Group title={inboxText("orgTitle")}>
                <OrgLevel level={orgLevel} />
              </Group>
            )}
          </>
        )}
      </Loaded>
    </Section>
  );
}
