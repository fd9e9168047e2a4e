import { type ChannelEntry } from "../../features/channel/channel-entry.ts";
import { channelPlace } from "../../features/channel/channel-title.ts";
import { isDirect } from "../../store/channels/channel.ts";

/** What the channel on screen is called, if it is one of the reader's. */
export function placeName(
  channelId: string | undefined,
  entries: readonly ChannelEntry[] | undefined,
): string | undefined {
  const entry = entries?.find(({ id }) => id === channelId);
  return entry && channelPlace(entry, entry.title);
}

/** How a search names the channel on screen. */
export function searchPlace(
  channelId: string | undefined,
  entries: readonly ChannelEntry[] | undefined,
): string | undefined {
  const entry = entries?.find(({ id }) => id === channelId);
  return entry && (isDirect(entry) ? entry.id : `#${entry.title}`);
}
