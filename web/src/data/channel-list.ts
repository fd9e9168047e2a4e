import {
  type Channel,
  ChannelKind,
  type ListMyChannelsResponse,
  type Membership,
  NotificationLevel,
} from "../../../gen/chatter/channel/v1/channel_pb.js";
import type { ListUnreadResponse, Unread } from "../../../gen/chatter/message/v1/message_pb.js";
import { type Count, countedBy, recounted, totalOf } from "./unread.ts";

/** A channel that the person is a member of. */
export interface MyChannel {
  readonly channel: Channel;
  readonly membership: Membership;
  /** Messages of others that were not read; stops at 100. */
  readonly unread: number;
  /** Of these, and of replies in threads, those that mention the person; stops at 100. */
  readonly mentions: number;
  /** How the two came about. */
  readonly count: Count;
}

const nothingRead: Count = { head: 0n, messages: 0, mentions: 0, since: [] };

export function myChannel(channel: Channel, membership: Membership, count: Count): MyChannel {
  const { messages, mentions } = totalOf(count, membership.readSeq);
  return { channel, membership, count, unread: messages, mentions };
}

/** What two answers of the server say together, and what has come since they were asked for. */
export function joinChannels(
  { channels }: ListMyChannelsResponse,
  unread: ListUnreadResponse,
  known: (id: string) => MyChannel | undefined,
): MyChannel[] {
  const counts = new Map(unread.channels.map((one) => [one.channelId, one]));
  return channels.flatMap(({ channel, membership }) => {
    if (channel === undefined || membership === undefined) return [];
    return [myChannel(channel, membership, newerCount(known(channel.id)?.count, counts.get(channel.id)))];
  });
}

export function newerCount(known: Count | undefined, unread: Unread | undefined): Count {
  if (unread === undefined) return known ?? nothingRead;
  return known === undefined ? countedBy(unread) : recounted(known, unread);
}

export interface Totals {
  /** Channels in which something is unread. */
  readonly channels: number;
  /** What calls for the person: mentions, and every message of a direct conversation. */
  readonly calls: number;
}

/** What the tab's title and icon show. Channels that were silenced do not count. */
export function totalsOf(channels: Iterable<MyChannel>): Totals {
  let unread = 0;
  let calls = 0;
  for (const { channel, membership, unread: messages, mentions } of channels) {
    if (membership.notificationLevel === NotificationLevel.NOTHING || channel.archived) continue;
    if (messages > 0 || mentions > 0) unread += 1;
    calls += isDirect(channel) ? Math.max(messages, mentions) : mentions;
  }
  return { channels: unread, calls };
}

export function isDirect({ kind }: Channel): boolean {
  return kind === ChannelKind.DIRECT || kind === ChannelKind.GROUP_DIRECT;
}
