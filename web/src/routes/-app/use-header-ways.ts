import { useMemo } from "react";
import { openDialog } from "../../features/channel/dialogs/dialogs.ts";
import type { HeaderWays } from "../../features/channel/header/channel-header.tsx";
import { told } from "../../features/channel/told.ts";
import { isDirect } from "../../store/channels/channel.ts";
import { useWorkspace } from "../../store/client-context.tsx";
import type { Workspace } from "../../store/workspace.ts";
import { lazyMenu } from "../../ui/lazy-menu.ts";
import { openLayer } from "./layers.ts";
import type { OpenChannel } from "./use-channel-page.ts";
import { useWays } from "./use-place.ts";

const headerMenu = lazyMenu(async () => (await import("./header-menu.tsx")).headerMenu);

interface PageWays extends HeaderWays {
  readonly join: () => Promise<void>;
  readonly markRead: () => void;
}

/** What the header of a channel leads to and does. */
export function useHeaderWays(
  { channel, membership, rights }: OpenChannel,
  jumpToDate: () => void,
): PageWays {
  const workspace = useWorkspace();
  const { openHome } = useWays();
  const { id: channelId, memberCount } = channel;
  const { canPost } = rights;
  const isStarred = membership?.isStarred ?? false;
  const peopleCount = isDirect(channel) ? undefined : memberCount;
  return useMemo(() => {
    const ways = {
      back: openHome,
      markRead: () => workspace.channels.markAllRead(channelId),
      showPeople: () => openDialog({ kind: "members", channelId }),
      showDetails: () => openDialog({ kind: "channel-details", channelId }),
      showPins: () => openLayer({ kind: "pins", channelId }),
      setStarred: (starred: boolean) =>
        void told(workspace.channels.arrange(channelId, { isStarred: starred })),
      setTopic: (topic: string) => told(setTopic(workspace, channelId, topic)),
      join: async () => void (await told(join(workspace, channelId))),
    };
    const addBookmark = canPost ? () => openDialog({ kind: "bookmark", channelId }) : undefined;
    return { ...ways, more: () => headerMenu({ ...ways, addBookmark, isStarred, peopleCount, jumpToDate }) };
  }, [workspace, channelId, peopleCount, isStarred, canPost, openHome, jumpToDate]);
}

/** The change itself comes back in the channel's log. */
async function setTopic({ api }: Workspace, channelId: string, topic: string): Promise<void> {
  await api.channels.updateChannel({ channelId, topic });
}

async function join({ api, channels }: Workspace, channelId: string): Promise<void> {
  const { channel, membership } = await api.channels.joinChannel({ channelId });
  if (channel !== undefined && membership !== undefined) channels.added(channel, membership);
}
