import { openDialog } from "../../features/channel/dialogs/dialogs.ts";
import { told } from "../../features/channel/told.ts";
import type { WelcomeProps } from "../../features/channel/welcome.tsx";
import { isDirect, type MyChannel } from "../../store/channels/channel.ts";
import { useChannels, useOrgName, usePreferences, useSession } from "../../store/hooks.ts";
import { lazyPart } from "../../ui/lazy-part.tsx";
import { openLayer } from "./layers.ts";
import { useWays } from "./use-place.ts";

const Welcome = lazyPart<WelcomeProps>(() =>
  import("../../features/channel/welcome.tsx").then((part) => part.Welcome),
);

/** Welcomes who has just come, in the first of their channels, until they have read it. */
export function ChannelWelcome({ channelId }: { readonly channelId: string }) {
  const orgName = useOrgName();
  const session = useSession();
  const { openPath } = useWays();
  const { channels } = useChannels();
  const { isRead, preferences, update } = usePreferences();
  if (!isRead || preferences.isWelcomeDismissed || firstOf(channels) !== channelId) return null;
  const isGuest = session.phase === "signed-in" && session.account.role === "guest";
  return (
    <Welcome
      orgName={orgName}
      onInvite={isGuest ? undefined : () => openDialog({ kind: "invite" })}
      onPicture={() => openPath("/settings/profile")}
      onSwitcher={() => openLayer({ kind: "switcher" })}
      onDismiss={() => void told(update({ isWelcomeDismissed: true }))}
    />
  );
}

/** Where somebody lands who was nowhere before: the first channel by name. */
function firstOf(channels: readonly MyChannel[]): string | undefined {
  const named = channels.map(({ channel }) => channel).filter((channel) => !isDirect(channel));
  return named.toSorted((a, b) => a.name.localeCompare(b.name))[0]?.id;
}
