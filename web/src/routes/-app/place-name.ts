import { type ChannelEntry } from "../../features/channel/channel-entry.ts";
import { channelPlace } from "../../features/channel/channel-title.ts";

/** What the channel on screen is called, if it is one of the reader's. */
export function placeName(
  channelId: string | undefined,
  entries: readonly ChannelEntry[] | undefined,
): string | undefined {
  const entry = entries?.find(({ id }) => id === channelId);
  return entry && channelPlace(entry, entry.title);
}
