import { useMemo } from "react";
import type { ChannelActions } from "../../features/channel/sidebar/channel-actions.ts";
import { Sidebar } from "../../features/channel/sidebar/sidebar.tsx";
import { useChannelKeys } from "../../features/channel/sidebar/use-channel-keys.ts";
import { useChannelEntries } from "../../features/channel/use-channel-entries.ts";
import { useAddressPlace, useWays } from "./use-place.ts";

/** The sidebar with where it leads. */
export function AppSidebar() {
  const { channelId } = useAddressPlace();
  const { openChannel } = useWays();
  const entries = useChannelEntries();
  useChannelKeys({ entries, currentId: channelId, open: openChannel });
  const actions = useMemo((): ChannelActions => ({ markRead() {}, setStarred() {}, setLevel() {}, copyLink() {}, leave() {} }), []);
  return (
    <Sidebar
      orgName="Northwind"
      entries={entries}
      currentId={channelId}
      ways={{ openSwitcher() {}, newDirect() {} }}
      actions={actions}
      footer={null}
    />
  );
}
