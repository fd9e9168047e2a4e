import type { Actor } from "../../../kernel/actor.ts";
import type { ChannelId } from "../../../kernel/ids.ts";
import { type Channel, channelName } from "../domain/channel.ts";
import type { ChannelReader, Groups } from "./ports.ts";

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

/** The public channels of the organisation, and those open to a group of the actor, whose name contains the query, by name. */
export async function browseChannels(
  { reader, groups }: { readonly reader: ChannelReader; readonly groups: Groups },
  actor: Actor,
  { query, includeArchived, pageSize, after }: BrowseChannels,
): Promise<ChannelPage> {
  const contained = channelName(query.trim().toLowerCase());
  // One more than the page tells whether there is a next one.
  const limit = pageSize + 1;
  const groupIds = await groups.groupsOf(actor.userId);
  const search = { orgId: actor.orgId, contained, includeArchived, groupIds, after, limit };
  const found = await reader.search(search);
  const channels = found.slice(0, pageSize);
  return { channels, next: found.length > pageSize ? channels.at(-1) : undefined };
}
