import type { ChannelId } from "../../../kernel/ids.ts";
import type { Rebuilding } from "./ports.ts";

export interface RebuiltChannel {
  readonly channelId: ChannelId;
  /** Deleted ones too. */
  readonly messages: number;
}

const CHANNELS_A_PAGE = 100;

/**
 * Makes the read model anew from the log while others go on reading and writing, and tells of each channel
 * when it is done. Who was interrupted goes on after the last one told.
 */
export async function* rebuildChannels(
  rebuilding: Rebuilding,
  after?: ChannelId,
): AsyncGenerator<RebuiltChannel> {
  let last = after;
  do {
    const channels = await rebuilding.channels(last, CHANNELS_A_PAGE);
    for (const channelId of channels) yield { channelId, messages: await rebuilding.rebuild(channelId) };
    last = channels.at(-1);
  } while (last !== undefined);
}
