import type { Actor } from "../../../kernel/actor.ts";
import type { ChannelId } from "../../../kernel/ids.ts";
import { type Channel, channelName } from "../domain/channel.ts";
import type { ChannelReader } from "./ports.ts";

/** The last channel of a page, after which the next begins. */
export interface ChannelCursor {
  readonly name: string;
  readonly id: ChannelId;
}

export interface BrowseChannels {
  readonly query: string;
  readonly includeArchived: boolean;
  readonly pageSize: number;
  readonly after: ChannelCursor | undefined;
}

export interface ChannelPage {
  readonly channels: readonly Channel[];
  /** Undefined at the end. */
  readonly next: ChannelCursor | undefined;
}

/** The public channels of the organisation whose name contains the query, by name. */
export async function browseChannels(
  { reader }: { readonly reader: ChannelReader },
  actor: Actor,
  { query, includeArchived, pageSize, after }: BrowseChannels,
): Promise<ChannelPage> {
  const contained = channelName(query.trim().toLowerCase());
  // One more than the page tells whether there is a next one.
  const limit = pageSize + 1;
  const found = await reader.search({ orgId: actor.orgId, contained, includeArchived, after, limit });
  const channels = found.slice(0, pageSize);
  return { channels, next: found.length > pageSize ? channels.at(-1) : undefined };
}
