import { useMemo } from "react";
import { failureOf } from "../../api/failure.ts";
import { openDialog } from "../../features/channel/dialogs/dialogs.ts";
import type { HeaderWays } from "../../features/channel/header/channel-header.tsx";
import { isDirect } from "../../store/channels/channel.ts";
import { useWorkspace } from "../../store/client-context.tsx";
import type { Workspace } from "../../store/workspace.ts";
import { t } from "../../text/text.ts";
import type { MenuEntry } from "../../ui/menu-entry.ts";
import { showToast } from "../../ui/toast-store.ts";
import { openPins } from "./pins-store.ts";
import type { OpenChannel } from "./use-channel-page.ts";
import { useWays } from "./use-place.ts";

/** What the header of a channel leads to and does. */
export function useHeaderWays({
  channel,
  membership,
}: OpenChannel): HeaderWays & { join: () => Promise<void> } {
  const workspace = useWorkspace();
  const { openHome } = useWays();
  const { id: channelId, memberCount } = channel;
  const isStarred = membership?.isStarred ?? false;
  const hasPeople = !isDirect(channel);
  return useMemo(() => {
    const showPeople = () => openDialog({ kind: "members", channelId });
    const showDetails = () => openDialog({ kind: "channel-details", channelId });
    const showPins = () => openPins(channelId);
    const setStarred = (starred: boolean) =>
      void tell(workspace.channels.arrange(channelId, { isStarred: starred }));
    const entries: readonly (MenuEntry | false)[] = [
      { id: "details", label: t("channel.details"), onSelect: showDetails },
      hasPeople && { id: "people", label: t("channel.people", { count: memberCount }), onSelect: showPeople },
      { id: "pins", label: t("channel.pins"), onSelect: showPins },
      {
        id: "star",
        label: t(isStarred ? "sidebar.unstar" : "sidebar.star"),
        onSelect: () => setStarred(!isStarred),
      },
    ];
    return {
      back: openHome,
      showPeople,
      showPins,
      showDetails,
      setStarred,
      setTopic: (topic) => tell(setTopic(workspace, channelId, topic)),
      join: () => tell(join(workspace, channelId)),
      more: () => entries.filter((entry) => entry !== false),
    };
  }, [workspace, channelId, memberCount, isStarred, hasPeople, openHome]);
}

/** The change itself comes back in the channel's log. */
async function setTopic({ api }: Workspace, channelId: string, topic: string): Promise<void> {
  await api.channels.updateChannel({ channelId, topic });
}

async function join({ api, channels }: Workspace, channelId: string): Promise<void> {
  const { channel, membership } = await api.channels.joinChannel({ channelId });
  if (channel !== undefined && membership !== undefined) channels.added(channel, membership);
}

/** Says why something was not done. */
async function tell(work: Promise<void>): Promise<void> {
  await work.catch((error: unknown) => {
    showToast({ text: failureOf(error).text, tone: "danger" });
  });
}
