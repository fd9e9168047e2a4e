import { create } from "@bufbuild/protobuf";
import {
  type Channel,
  ListMyChannelsResponseSchema,
  type Membership,
  type NotificationLevel,
} from "../../../gen/chatter/channel/v1/channel_pb.js";
import { ListUnreadResponseSchema } from "../../../gen/chatter/message/v1/message_pb.js";
import type { Entry } from "../../../gen/chatter/stream/v1/entry_pb.js";
import type { Cache } from "./cache.ts";
import { joinChannels, type MyChannel, myChannel, newerCount } from "./channel-list.ts";
import type { Clients } from "./clients.ts";
import { debounced } from "./pace.ts";
import { createReadMarks, type ReadMarks } from "./read-marks.ts";
import { createStore, type Store } from "./store.ts";
import type { Streams } from "./streams.ts";
import { withCounted } from "./unread.ts";

/** The channels of the person, and what is unread in them. */
export interface Channels {
  readonly store: Store<string, MyChannel>;
  /** Shows what was there at the last visit; answers whether anything was. */
  restore(): Promise<boolean>;
  /** Reads all anew. */
  load(): Promise<void>;
  /** Counts again, a moment later. */
  recount(): void;
  hear(stream: string, seq: bigint, entry: Entry): void;
  /** Has read up to here; goes to the server at most twice a second, and never back. */
  markRead(channelId: string, seq: bigint): void;
  /** The message at this position and what follows it are unread again. */
  markUnread(channelId: string, seq: bigint): Promise<void>;
  star(channelId: string, starred: boolean): Promise<void>;
  setLevel(channelId: string, level: NotificationLevel): Promise<void>;
  add(channel: Channel | undefined, membership: Membership | undefined): void;
  remove(channelId: string): void;
  stop(): void;
}

export interface ChannelsDeps {
  readonly clients: Clients;
  readonly streams: Streams;
  readonly cache: Cache;
  readonly me: string;
}

const recountAfterMs = 300;
const keepAfterMs = 1_000;

export function createChannels(deps: ChannelsDeps): Channels {
  return new ChannelsOfPerson(deps);
}

class ChannelsOfPerson implements Channels {
  readonly store = createStore<string, MyChannel>();
  readonly #deps: ChannelsDeps;
  readonly #marks: ReadMarks;
  readonly #recount = debounced(recountAfterMs, () => this.#countAgain());
  readonly #keep = debounced(keepAfterMs, () => keepChannels(this.#deps, this.store));

  constructor(deps: ChannelsDeps) {
    this.#deps = deps;
    this.#marks = createReadMarks({
      clients: deps.clients,
      store: this.store,
      confirmed: (membership) => this.#setMembership(membership),
      recount: () => this.recount(),
    });
    this.store.subscribeAll(() => this.#keep.soon());
  }

  async restore(): Promise<boolean> {
    const { cache, streams } = this.#deps;
    const [list, unread] = await Promise.all([
      cache.find("channels", ListMyChannelsResponseSchema),
      cache.find("unread", ListUnreadResponseSchema),
    ]);
    if (list === undefined || unread === undefined) return false;
    for (const one of joinChannels(list, unread, () => undefined)) this.store.set(one.channel.id, one);
    for (const { channelId, head } of unread.channels) streams.follow(channelId, head);
    return true;
  }

  async load(): Promise<void> {
    const { clients } = this.#deps;
    const [list, unread] = await Promise.all([
      clients.channel.listMyChannels({}),
      clients.message.listUnread({}),
    ]);
    const channels = joinChannels(list, unread, (id) => this.store.get(id));
    const ids = new Set(channels.map(({ channel }) => channel.id));
    for (const [id] of [...this.store.entries()]) if (!ids.has(id)) this.remove(id);
    for (const { channel, membership, count } of channels) {
      this.store.set(channel.id, myChannel(channel, this.#marks.merged(membership), count));
      this.#followFrom(channel.id, count.head);
    }
  }

  recount(): void {
    this.#recount.soon();
  }

  hear(stream: string, seq: bigint, entry: Entry): void {
    const { body } = entry;
    if (body.case === "channelAdded") this.add(body.value.channel, body.value.membership);
    if (body.case === "channelRemoved") this.remove(body.value.channelId);
    if (body.case === "membershipChanged" && body.value.membership) {
      this.#setMembership(body.value.membership);
    }
    const ask = () => this.recount();
    this.#change(stream, (known) => heardIn(known, { seq, entry, me: this.#deps.me, ask }));
  }

  markRead(channelId: string, seq: bigint): void {
    this.#marks.markRead(channelId, seq);
  }

  markUnread(channelId: string, seq: bigint): Promise<void> {
    return this.#marks.markUnread(channelId, seq);
  }

  star(channelId: string, starred: boolean): Promise<void> {
    return this.#arrange(channelId, { starred });
  }

  setLevel(channelId: string, notificationLevel: NotificationLevel): Promise<void> {
    return this.#arrange(channelId, { notificationLevel });
  }

  add(channel: Channel | undefined, membership: Membership | undefined): void {
    if (channel === undefined || membership === undefined) return;
    const count = this.store.get(channel.id)?.count;
    const own = this.#marks.merged(membership);
    this.store.set(channel.id, myChannel(channel, own, newerCount(count, undefined)));
    // Only the server knows how far its log is.
    if (count === undefined) this.recount();
  }

  remove(channelId: string): void {
    this.store.delete(channelId);
    this.#deps.streams.forget(channelId);
    this.#deps.cache.drop(`page ${channelId}`);
  }

  stop(): void {
    this.#marks.stop();
    this.#recount.stop();
    this.#keep.stop();
  }

  async #countAgain(): Promise<void> {
    const { channels } = await this.#deps.clients.message.listUnread({});
    for (const unread of channels) {
      this.#change(unread.channelId, ({ channel, membership, count }) =>
        myChannel(channel, membership, newerCount(count, unread)),
      );
      if (this.store.get(unread.channelId) !== undefined) this.#followFrom(unread.channelId, unread.head);
    }
  }

  #followFrom(channelId: string, head: bigint): void {
    const { streams } = this.#deps;
    if (streams.cursor(channelId) === undefined) streams.follow(channelId, head);
  }

  /** Shows what the person wants at once, and takes it back if the server refuses. */
  async #arrange(channelId: string, arrangement: Arrangement): Promise<void> {
    const before = this.store.get(channelId)?.membership;
    if (before === undefined) return;
    this.#setMembership({ ...before, ...arrangement });
    try {
      const { membership } = await this.#deps.clients.channel.updateMembership({ channelId, ...arrangement });
      if (membership !== undefined) this.#setMembership(membership);
    } catch (error) {
      const { starred, notificationLevel } = before;
      this.#change(channelId, ({ channel, membership, count }) =>
        myChannel(channel, { ...membership, starred, notificationLevel }, count),
      );
      throw error;
    }
  }

  #setMembership(membership: Membership): void {
    this.#change(membership.channelId, ({ channel, count }) =>
      myChannel(channel, this.#marks.merged(membership), count),
    );
  }

  #change(id: string, next: (known: MyChannel) => MyChannel): void {
    const known = this.store.get(id);
    if (known !== undefined) this.store.set(id, next(known));
  }
}

interface Arrangement {
  readonly starred?: boolean;
  readonly notificationLevel?: NotificationLevel;
}

interface Heard {
  readonly seq: bigint;
  readonly entry: Entry;
  readonly me: string;
  /** Has the server count again. */
  readonly ask: () => void;
}

function heardIn(known: MyChannel, { seq, entry, me, ask }: Heard): MyChannel {
  const { body } = entry;
  const channel = channelAfter(known.channel, body);
  const count = withCounted(known.count, seq, entry, me);
  if (count === "ask") ask();
  if (channel === known.channel && (count === known.count || count === "ask")) return known;
  return myChannel(channel, known.membership, count === "ask" ? known.count : count);
}

function channelAfter(channel: Channel, body: Entry["body"]): Channel {
  if (body.case !== "channelChanged" || body.value.channel === undefined) return channel;
  return body.value.channel;
}

/** Keeps the counts as of the last entry that was applied, so that the next visit goes on from there. */
function keepChannels({ cache, streams }: ChannelsDeps, store: Store<string, MyChannel>): void {
  const all = [...store.entries()].map(([, one]) => one);
  const channels = all.map(({ channel, membership }) => ({ channel, membership }));
  const unread = all.map(({ channel, unread: messages, mentions, count }) => ({
    channelId: channel.id,
    messages,
    mentions,
    head: later(streams.cursor(channel.id), count.head),
  }));
  cache.keep("channels", ListMyChannelsResponseSchema, create(ListMyChannelsResponseSchema, { channels }));
  cache.keep("unread", ListUnreadResponseSchema, create(ListUnreadResponseSchema, { channels: unread }));
}

function later(cursor: bigint | undefined, head: bigint): bigint {
  return cursor !== undefined && cursor > head ? cursor : head;
}
