import { createStore } from "zustand/vanilla";
import type {
  Channel as ProtoChannel,
  Membership as ProtoMembership,
  MyChannel as ProtoMyChannel,
} from "../../../../gen/chatter/channel/v1/channel_pb.js";
import type { Unread as ProtoUnread } from "../../../../gen/chatter/message/v1/message_pb.js";
import type { Api } from "../../api/clients.ts";
import type { LogEntry } from "../../realtime/streams.ts";
import type { CircleState } from "../circle/circle.ts";
import { msOf } from "../log/from-proto.ts";
import { channelFromProto, levelToProto, type MyChannel, membershipFromProto } from "./channel.ts";
import { Marks } from "./marks.ts";
import { Recount } from "./recount.ts";
import { type Arrangement, channelAfter, isSame, type Tracked, viewOf, without } from "./tracked.ts";
import { countedBy, markedUnread, mustRecount, readUpTo, unreadAfter } from "./unread.ts";
import { Visits } from "./visits.ts";

export interface ChannelsState {
  /** The list is the server's, and not only what was kept from an earlier visit. */
  readonly isRead: boolean;
  readonly mine: ReadonlyMap<string, MyChannel>;
}

export interface ChannelsDeps {
  readonly me: string;
  readonly api: Pick<Api, "channels" | "messages">;
  /** Absent: nobody is in a group or apart from anybody. */
  readonly circle?: () => CircleState;
}

/** The channels that this person is in, and how much is unread in each. */
export class Channels {
  readonly store = createStore<ChannelsState>(() => ({ isRead: false, mine: new Map() }));
  readonly visits: Visits;
  readonly #deps: ChannelsDeps;
  readonly #tracked = new Map<string, Tracked>();
  readonly #marks: Marks;
  /** Marked unread while on screen: it stays so until it is opened again. */
  readonly #heldUnread = new Set<string>();
  readonly #recount: Recount;

  constructor(deps: ChannelsDeps) {
    this.#deps = deps;
    this.visits = new Visits(deps.api);
    this.#recount = new Recount(deps.api, (counts) => this.counted(counts));
    this.#marks = new Marks({
      act: (channelId, { kind, seq }) => {
        const position = { channelId, seq: BigInt(seq) };
        const { channels } = deps.api;
        return kind === "read" ? channels.markRead(position) : channels.markUnread(position);
      },
      changed: (channelId) => this.#show(channelId),
    });
  }

  restore(kept: readonly MyChannel[]): void {
    if (this.store.getState().isRead) return;
    for (const { channel, membership, unread, mentions, latestAt } of kept) {
      const counts = { unread: undefined, kept: { unread, mentions } };
      this.#tracked.set(channel.id, { channel, membership, wish: {}, latestAt, ...counts });
    }
    this.#show(...this.#tracked.keys());
  }

  /** The whole list and all counts, read from the server together. */
  read(list: readonly ProtoMyChannel[], counts: readonly ProtoUnread[]): void {
    const ids = new Set(list.map(({ channel }) => channel?.id));
    for (const id of this.#tracked.keys()) if (!ids.has(id)) this.#tracked.delete(id);
    for (const { channel, membership } of list) {
      if (channel !== undefined && membership !== undefined) this.#track(channel, membership);
    }
    this.counted(counts);
    const { mine } = this.store.getState();
    this.store.setState({ isRead: true, mine: new Map([...mine].filter(([id]) => ids.has(id))) });
    this.#show(...this.#tracked.keys());
  }

  counted(counts: readonly ProtoUnread[]): void {
    for (const { channelId, readSeq, head, messages, mentions, latestAt } of counts) {
      this.#update(channelId, (tracked) => {
        const server = { from: Number(readSeq), to: Number(head), messages, mentions };
        return {
          ...tracked,
          unread: countedBy(server, tracked.unread),
          latestAt: Math.max(tracked.latestAt, msOf(latestAt) ?? 0),
        };
      });
    }
    this.#show(...counts.map(({ channelId }) => channelId));
  }

  /** This person is a member now; everything up to where they begin to read counts as read. */
  added(channel: ProtoChannel, membership: ProtoMembership): void {
    const { unread } = this.#track(channel, membership);
    const seq = Number(membership.readSeq);
    if (unread === undefined) this.counted([nothingUnread(channel.id, seq)]);
    this.#show(channel.id);
  }

  removed(channelId: string): void {
    this.#tracked.delete(channelId);
    this.store.setState(({ isRead, mine }) => ({
      isRead,
      mine: new Map([...mine].filter(([id]) => id !== channelId)),
    }));
  }

  membershipChanged(proto: ProtoMembership): void {
    const membership = membershipFromProto(proto);
    this.#marks.moved(proto.channelId, membership.readSeq);
    this.#change(proto.channelId, (tracked) => ({
      ...tracked,
      membership,
      unread: tracked.unread && readUpTo(tracked.unread, membership.readSeq),
    }));
  }

  /** Takes the entry that follows in a channel's log. */
  applied(channelId: string, entry: LogEntry): void {
    const { me, circle } = this.#deps;
    this.visits.applied(channelId, entry);
    this.#change(channelId, (tracked) => ({
      ...tracked,
      channel: channelAfter(tracked.channel, entry),
      unread: tracked.unread && unreadAfter(tracked.unread, entry, me, circle?.()),
      latestAt: saysInChannel(entry) ? entry.at : tracked.latestAt,
    }));
  }

  /** Everything up to here was seen. What is on its way has no place yet, and is nobody's to be read. */
  markRead(channelId: string, seq: number): void {
    const { readSeq = seq } = this.store.getState().mine.get(channelId)?.membership ?? {};
    if (!Number.isFinite(seq) || seq <= readSeq || this.#heldUnread.has(channelId)) return;
    this.#marks.want(channelId, { kind: "read", seq });
  }

  /** Nothing of what there is needs to be read any more, wherever it is on screen. */
  markAllRead(channelId: string): void {
    const unread = this.#tracked.get(channelId)?.unread;
    this.#heldUnread.delete(channelId);
    if (unread !== undefined) this.markRead(channelId, Math.max(unread.to, unread.cursor));
  }

  /**
   * From here on it is to be read again, when the channel is opened the next time. `others` are the positions from
   * there on of what others wrote, as far as they are known here.
   */
  markUnread(channelId: string, seq: number, others: readonly number[]): void {
    this.#heldUnread.add(channelId);
    this.#update(channelId, (tracked) => ({
      ...tracked,
      unread: tracked.unread && markedUnread(tracked.unread, others),
    }));
    this.#marks.want(channelId, { kind: "unread", seq });
  }

  /** The channel is opened. */
  entered(channelId: string): void {
    this.#heldUnread.delete(channelId);
  }

  /** Stars or mutes a channel; shown at once, and taken back if it is refused. */
  async arrange(channelId: string, wish: Omit<Arrangement, "position">): Promise<void> {
    const { level, isStarred: starred } = wish;
    this.#wish(channelId, wish);
    try {
      await this.#deps.api.channels
        .updateMembership({
          channelId,
          ...(level !== undefined && { notificationLevel: levelToProto(level) }),
          ...(starred !== undefined && { starred }),
        })
        .then(({ membership }) => membership && this.membershipChanged(membership));
    } finally {
      this.#unwish(channelId, wish);
    }
  }

  /** Gives several channels their places; shown at once, and taken back if it is refused. */
  async place(places: ReadonlyMap<string, number>): Promise<void> {
    for (const [channelId, position] of places) this.#wish(channelId, { position });
    try {
      const { memberships } = await this.#deps.api.channels.placeChannels({
        places: [...places].map(([channelId, position]) => ({ channelId, position })),
      });
      for (const membership of memberships) this.membershipChanged(membership);
    } finally {
      for (const [channelId, position] of places) this.#unwish(channelId, { position });
    }
  }

  /** Asks the server to count, soon. */
  recount(): void {
    this.#recount.ask();
  }

  online(): void {
    this.#marks.online();
  }

  close(): void {
    this.#recount.close();
  }

  #wish(channelId: string, wish: Arrangement): void {
    this.#change(channelId, (tracked) => ({ ...tracked, wish: { ...tracked.wish, ...wish } }));
  }

  #unwish(channelId: string, wish: Arrangement): void {
    this.#change(channelId, (tracked) => ({ ...tracked, wish: without(tracked.wish, wish) }));
  }

  #track(channel: ProtoChannel, membership: ProtoMembership): Tracked {
    const before = this.#tracked.get(channel.id);
    const tracked = {
      wish: {},
      unread: undefined,
      kept: { unread: 0, mentions: 0 },
      latestAt: 0,
      ...before,
      channel: channelFromProto(channel),
      membership: membershipFromProto(membership),
    };
    this.#tracked.set(channel.id, tracked);
    return tracked;
  }

  #change(channelId: string, change: (tracked: Tracked) => Tracked): void {
    this.#update(channelId, change);
    this.#show(channelId);
  }

  #update(channelId: string, change: (tracked: Tracked) => Tracked): void {
    const before = this.#tracked.get(channelId);
    if (before === undefined) return;
    const after = change(before);
    this.#tracked.set(channelId, after);
    const { unread, membership } = after;
    if (unread !== undefined && mustRecount(unread, membership.readSeq)) this.recount();
  }

  /** Shows what has changed of some channels, in one step however many they are. */
  #show(...channelIds: readonly string[]): void {
    const { mine, isRead } = this.store.getState();
    const changed = new Map<string, MyChannel>();
    for (const channelId of channelIds) {
      const tracked = this.#tracked.get(channelId);
      if (tracked === undefined) continue;
      const shown = viewOf(tracked, this.#marks.position(channelId, tracked.membership.readSeq));
      const before = mine.get(channelId);
      if (before === undefined || !isSame(before, shown)) changed.set(channelId, shown);
    }
    if (changed.size > 0) this.store.setState({ isRead, mine: new Map([...mine, ...changed]) });
  }
}

/** Replies that are shown in their thread only do not count. */
function saysInChannel({ body }: LogEntry): boolean {
  if (body.case !== "messagePosted" || body.value.message === undefined) return false;
  const { threadRootId, alsoInChannel } = body.value.message;
  return threadRootId === "" || alsoInChannel;
}

const nothingUnread = (channelId: string, head: number): ProtoUnread => ({
  $typeName: "chatter.message.v1.Unread",
  channelId,
  readSeq: BigInt(head),
  head: BigInt(head),
  messages: 0,
  mentions: 0,
});
