import { useMemo, useState } from "react";
import type { ChannelEntry } from "../../features/channel/channel-entry.ts";
import { openDialog } from "../../features/channel/dialogs/dialogs.ts";
import type { LeaveDialogProps } from "../../features/channel/leave-dialog.tsx";
import { AccountFooter } from "../../features/channel/sidebar/account-footer.tsx";
import { sectionsOf } from "../../features/channel/sidebar/sections.ts";
import { Sidebar, type SidebarWays } from "../../features/channel/sidebar/sidebar.tsx";
import { useChannelActions } from "../../features/channel/sidebar/use-channel-actions.ts";
import { useChannelKeys } from "../../features/channel/sidebar/use-channel-keys.ts";
import { told } from "../../features/channel/told.ts";
import {
  useDoNotDisturb,
  useMe,
  useOrgName,
  usePreferences,
  useSession,
  useUser,
} from "../../store/hooks.ts";
import type { SectionId } from "../../store/preferences.ts";
import { lazyMenu } from "../../ui/lazy-menu.ts";
import { lazyPart } from "../../ui/lazy-part.tsx";
import { openLayer } from "./layers.ts";
import { useAddressPlace, useWays } from "./use-place.ts";

const LeaveDialog = lazyPart<LeaveDialogProps>(() =>
  import("../../features/channel/leave-dialog.tsx").then((part) => part.LeaveDialog),
);

const OwnLinks = lazyPart<object>(
  () => import("./own-links.tsx").then((part) => part.OwnLinks),
  // As high as what comes, so that nothing moves.
  <div className="h-26 coarse:h-35" />,
);

const accountMenu = lazyMenu(async () => (await import("./account-menu.tsx")).accountMenu);

const openSwitcher = () => openLayer({ kind: "switcher" });

const memberWays: SidebarWays = {
  openSwitcher,
  newDirect: () => openDialog({ kind: "new-direct" }),
  browse: () => openDialog({ kind: "browse-channels" }),
  create: () => openDialog({ kind: "create-channel" }),
};
const guestWays: SidebarWays = { openSwitcher, newDirect: memberWays.newDirect };

/** The sidebar with where it leads. */
export function AppSidebar({ entries }: { readonly entries: readonly ChannelEntry[] | undefined }) {
  const { channelId } = useAddressPlace();
  const { openChannel, openHome } = useWays();
  const [leaving, setLeaving] = useState<ChannelEntry>();
  const session = useSession();
  const isGuest = session.phase === "signed-in" && session.account.role === "guest";
  const actions = useChannelActions(setLeaving);
  const { collapsed, setCollapsed } = useCollapsed();
  const sections = useMemo(
    () => entries && sectionsOf(entries, { collapsed, currentId: channelId }),
    [entries, collapsed, channelId],
  );
  useChannelKeys({ sections, currentId: channelId, open: openChannel });
  return (
    <>
      <Sidebar
        orgName={useOrgName()}
        sections={sections}
        currentId={channelId}
        ways={isGuest ? guestWays : memberWays}
        actions={actions}
        onCollapse={setCollapsed}
        own={<OwnLinks />}
        footer={<Account />}
      />
      {leaving !== undefined && (
        <LeaveDialog
          entry={leaving}
          onClose={() => setLeaving(undefined)}
          onLeft={(left) => left === channelId && openHome()}
        />
      )}
    </>
  );
}

function useCollapsed() {
  const { preferences, update } = usePreferences();
  const { collapsedSections: collapsed } = preferences;
  const setCollapsed = (id: SectionId, isCollapsed: boolean) => {
    const others = collapsed.filter((other) => other !== id);
    void told(update({ collapsedSections: isCollapsed ? [...others, id] : others }));
  };
  return { collapsed, setCollapsed };
}

function Account() {
  const user = useUser(useMe());
  const { session } = useSession();
  const { openPath } = useWays();
  const [quiet, choose] = useDoNotDisturb();
  if (user === undefined) return <div className="h-15 border-t border-line" />;
  const menu = () => accountMenu({ session, openPath, quiet, choose });
  return <AccountFooter user={user} quiet={quiet} entries={menu} />;
}
