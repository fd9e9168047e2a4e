import { useParams } from "@tanstack/react-router";
import type { ComponentType } from "react";
import { ExportSection } from "../../features/admin/export/export-section.tsx";
import { InvitationsSection } from "../../features/admin/invitations/invitations-section.tsx";
import { OrgSection } from "../../features/admin/org/org-section.tsx";
import { PeopleSection } from "../../features/admin/people/people-section.tsx";
import { RetentionSection } from "../../features/admin/retention/retention-section.tsx";
import { AccountSection } from "../../features/auth/account/account-section.tsx";
import { ApiKeysSection } from "../../features/auth/keys/api-keys-section.tsx";
import { PreferencesSection } from "../../features/user/preferences/preferences-section.tsx";
import { ProfileSection } from "../../features/user/profile/profile-section.tsx";
import { lazyPart } from "../../ui/lazy-part.tsx";

const GroupsSection = lazyPart(() => import("../-app/people-part.tsx").then((part) => part.GroupsSection));
const NotificationsSection = lazyPart(() =>
  import("../-app/notifications-part.tsx").then((part) => part.NotificationsSection),
);
const PrivacySection = lazyPart(() => import("../-app/people-part.tsx").then((part) => part.PrivacySection));

const sections: Readonly<Record<string, ComponentType>> = {
  account: AccountSection,
  export: ExportSection,
  groups: GroupsSection,
  invitations: InvitationsSection,
  keys: ApiKeysSection,
  notifications: NotificationsSection,
  organisation: OrgSection,
  people: PeopleSection,
  preferences: PreferencesSection,
  privacy: PrivacySection,
  profile: ProfileSection,
  retention: RetentionSection,
};

/** The pages for the few who manage the organisation are a part of their own. */
const Administration = lazyPart(() =>
  import("../../features/admin/administration.tsx").then((part) => part.Administration),
);

/** What the end of the address names. */
export function PageOfSettings() {
  const { page = "profile" } = useParams({ strict: false });
  const Section = Object.hasOwn(sections, page) ? sections[page] : undefined;
  return Section === undefined ? <Administration page={page} /> : <Section />;
}
