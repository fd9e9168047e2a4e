import type { LogEntry } from "../../realtime/streams.ts";
import { type Channel, channelFromProto, type Membership, type MyChannel } from "./channel.ts";
import { countAfter, type Unread } from "./unread.ts";

export type Arrangement = Partial<Pick<Membership, "isStarred" | "level" | "position">>;

/** All that is known of a channel that this person is in. */
export interface Tracked {
  readonly channel: Channel;
  /** As the server has it. */
  readonly membership: Membership;
  readonly wish: Arrangement;
  readonly unread: Unread | undefined;
  /** What was counted on an earlier visit, until the server has counted. */
  readonly kept: { readonly unread: number; readonly mentions: number };
  readonly latestAt: number;
}

/** The channel as it is shown, given how far the person wants to have read. */
export function viewOf(
  { channel, membership, wish, unread, kept, latestAt }: Tracked,
  readSeq: number,
): MyChannel {
  const shown = { channel, membership: { ...membership, ...wish, readSeq }, latestAt };
  if (unread === undefined) return { ...shown, ...kept };
  const { messages, mentions } = countAfter(unread, readSeq);
  return { ...shown, unread: messages, mentions };
}

/** Whether two views show the same, so that nothing has to be drawn again. */
export function isSame(one: MyChannel, other: MyChannel): boolean {
  return (
    one.channel === other.channel &&
    one.unread === other.unread &&
    one.mentions === other.mentions &&
    one.latestAt === other.latestAt &&
    JSON.stringify(one.membership) === JSON.stringify(other.membership)
  );
}

/** What is left to be wished for. */
export function without(wishes: Arrangement, done: Arrangement): Arrangement {
  const left = Object.entries(wishes).filter(([name, value]) => done[name as keyof Arrangement] !== value);
  return Object.fromEntries(left);
}

/** The channel after an entry of its log. */
export function channelAfter(channel: Channel, { body }: LogEntry): Channel {
  switch (body.case) {
    case "channelChanged":
      return body.value.channel === undefined ? channel : channelFromProto(body.value.channel);
    // The channel may have been read after this happened, so only how many there are then can be right.
    case "memberJoined":
      return { ...channel, memberCount: body.value.memberCount ?? channel.memberCount + 1 };
    case "memberLeft":
      return { ...channel, memberCount: body.value.memberCount ?? channel.memberCount - 1 };
    default:
      return channel;
  }
}
