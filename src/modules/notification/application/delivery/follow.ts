import type { ChannelId } from "../../../../kernel/ids.ts";
import type { Standing } from "../../domain/position.ts";
import type { StreamId } from "../../domain/stream.ts";
import type { Memberships } from "../ports.ts";
import type { Connection } from "./connection.ts";
import type { Doorkeeper } from "./doorkeeper.ts";
import type { Feeds } from "./feeds.ts";
import type { Log } from "./log.ts";
import { Reader } from "./reader.ts";

export interface FollowDeps {
  readonly feeds: Feeds;
  readonly doorkeeper: Doorkeeper;
  readonly log: Log;
  readonly memberships: Memberships;
}

/** From here on no entry of the stream can be missed; nothing is delivered before the reader is placed and admitted. */
export function attach(
  deps: Pick<FollowDeps, "feeds">,
  connection: Connection,
  { stream, standing }: { readonly stream: StreamId; readonly standing: Standing },
): Reader {
  const feed = deps.feeds.open(stream);
  const reader = new Reader(connection, feed, standing);
  connection.readers.set(stream, reader);
  feed.readers.add(reader);
  return reader;
}

/** The person's own stream; it tells of channels they are added to. */
export async function followOwnStream(deps: FollowDeps, connection: Connection): Promise<void> {
  const reader = attach(deps, connection, { stream: connection.userId, standing: "own" });
  if (await reader.place(connection.cursor(connection.userId))) deps.doorkeeper.admit(reader, "own");
}

/**
 * Follows the channels the person is in. They are asked for twice: which to attach to, and, once the
 * position in each is set, which of them still count. Whoever is removed after the second answer is so
 * by an entry that the reader will pass.
 */
export async function followChannels(deps: FollowDeps, connection: Connection): Promise<void> {
  const channels = await channelsOf(deps, connection);
  if (connection.closed) return;
  const readers = channels
    .filter((channel) => !connection.readers.has(channel))
    .map((stream) => attach(deps, connection, { stream, standing: "member" }));
  const placements = await Promise.all(
    readers.map(async (reader) => {
      const placed = await reader.place(connection.cursor(reader.feed.stream));
      return { reader, placement: placed ? reader.placement : undefined };
    }),
  );
  const still = new Set<StreamId>(await channelsOf(deps, connection));
  for (const { reader, placement } of placements) {
    // Whoever placed it again asks again.
    if (reader.placement !== placement) continue;
    if (still.has(reader.feed.stream)) deps.doorkeeper.admit(reader, "member");
    else deps.doorkeeper.ask(reader);
  }
}

/** Follows one channel, if the person is in it. */
export async function followChannel(
  deps: FollowDeps,
  connection: Connection,
  channel: ChannelId,
): Promise<void> {
  const known = connection.readers.get(channel);
  if (known !== undefined) return deps.doorkeeper.ask(known);
  const reader = attach(deps, connection, { stream: channel, standing: "member" });
  if (await reader.place(connection.cursor(channel))) deps.doorkeeper.ask(reader);
}

function channelsOf(deps: FollowDeps, connection: Connection): Promise<readonly ChannelId[]> {
  return deps.log.until("list the channels of a person", () =>
    deps.memberships.channelsOf(connection.userId),
  );
}
