import { Outlet } from "@tanstack/react-router";
import { useStore } from "zustand";
import { InviteDialog } from "../../features/admin/invitations/invite-dialog.tsx";
import { DialogLayer } from "../../features/channel/dialogs/dialog-layer.tsx";
import { useChannelEntries } from "../../features/channel/use-channel-entries.ts";
import { useTab } from "../../features/notification/use-tab.ts";
import { MessageTextContext } from "../../markdown/context.ts";
import { Shell } from "../../shell/shell.tsx";
import { useClient } from "../../store/client-context.tsx";
import { useOrgName } from "../../store/hooks.ts";
import { t } from "../../text/text.ts";
import { lazyPart } from "../../ui/lazy-part.tsx";
import { AppSidebar } from "./app-sidebar.tsx";
import { FrameLayers } from "./frame-layers.tsx";
import { placeName, searchPlace } from "./place-name.ts";
import { ThreadAside } from "./thread-aside.tsx";
import { useAppKeys } from "./use-app-keys.ts";
import { useAddressPlace, useIsHome, useWays } from "./use-place.ts";
import { useTextWorld } from "./use-text-world.ts";

// It waits for seconds before it says anything, and is here long before.
const ConnectionBanner = lazyPart(() =>
  import("../../features/notification/connection-banner.tsx").then((part) => part.ConnectionBanner),
);

/** The frame around everything that is for people who are signed in. */
export function AppFrame() {
  // Between the end of a session and the sign-in page there is a moment without a workspace.
  const workspace = useStore(useClient().workspace);
  return workspace === undefined ? null : <SignedInFrame />;
}

function SignedInFrame() {
  const { channelId, threadId } = useAddressPlace();
  const ways = useWays();
  const isHome = useIsHome();
  const entries = useChannelEntries();
  useAppKeys(searchPlace(channelId, entries));
  useTab({ place: placeName(channelId, entries), orgName: useOrgName() });
  return (
    <MessageTextContext value={useTextWorld(ways)}>
      <Shell
        pane={isHome ? "sidebar" : "main"}
        onBack={threadId === undefined ? ways.openHome : ways.closeThread}
        sidebar={<AppSidebar entries={entries} />}
        aside={threadAside(channelId, threadId, ways.closeThread)}
        banner={<ConnectionBanner />}
      >
        <Outlet />
      </Shell>
      <DialogLayer InviteDialog={InviteDialog} />
      <FrameLayers entries={entries} />
    </MessageTextContext>
  );
}

function threadAside(channelId: string | undefined, rootId: string | undefined, close: () => void) {
  if (channelId === undefined || rootId === undefined) return undefined;
  const content = <ThreadAside channelId={channelId} rootId={rootId} onClose={close} />;
  return { label: t("thread.title"), content };
}
