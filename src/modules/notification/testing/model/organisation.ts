import type { ChannelId, UserId } from "../../../../kernel/ids.ts";
import type { Access, Memberships, StreamSource } from "../../application/ports.ts";
import type { Run, StreamId } from "../../domain/stream.ts";
import { added, changed, joined, left, posted, removed } from "../entries.ts";
import type { MemoryLog } from "../memory-log.ts";
import type { Pending } from "./pending.ts";

/** What the other contexts know and write: channels, their members, and the log of it all. */
export class Organisation {
  readonly log: MemoryLog;
  readonly #members = new Map<ChannelId, Set<UserId>>();
  readonly #open = new Set<ChannelId>();
  // The entry at which somebody lost their last right; they get none beyond it.
  readonly #lost = new Map<string, number>();
  #count = 0;

  constructor(log: MemoryLog) {
    this.log = log;
  }

  post(channel: ChannelId): void {
    this.#count += 1;
    this.log.append(channel, posted(`message ${this.#count}`));
  }

  join(user: UserId, channel: ChannelId): void {
    if (this.isMember(user, channel)) return;
    this.#membersOf(channel).add(user);
    this.log.append(channel, joined(user));
    this.log.append(user, added(channel));
  }

  remove(user: UserId, channel: ChannelId): void {
    if (!this.#membersOf(channel).delete(user)) return;
    // Committed together with the membership: nobody sees one without the other.
    this.#lose(user, channel, this.log.head(channel) + 1);
    this.log.append(channel, left(user));
    this.log.append(user, removed(channel));
  }

  /** Whether everybody may look at the channel. */
  openTo(channel: ChannelId, everybody: boolean, people: readonly UserId[]): void {
    if (everybody) this.#open.add(channel);
    else this.#open.delete(channel);
    for (const user of people) this.#lose(user, channel, this.log.head(channel) + 1);
    this.log.append(channel, changed());
  }

  isMember(user: UserId, channel: ChannelId): boolean {
    return this.#membersOf(channel).has(user);
  }

  mayRead(user: UserId, channel: ChannelId): boolean {
    return this.isMember(user, channel) || this.#open.has(channel);
  }

  channelsOf(user: UserId): readonly ChannelId[] {
    return [...this.#members].filter(([, members]) => members.has(user)).map(([channel]) => channel);
  }

  /** The fifth promise: whoever has no right gets nothing later than what took it. */
  mayGet(user: UserId, stream: StreamId, seq: number): boolean {
    if (stream === user) return true;
    const channel = stream as ChannelId;
    return this.mayRead(user, channel) || seq <= (this.#lost.get(`${user} ${channel}`) ?? 0);
  }

  #lose(user: UserId, channel: ChannelId, at: number): void {
    if (!this.mayRead(user, channel)) this.#lost.set(`${user} ${channel}`, at);
  }

  #membersOf(channel: ChannelId): Set<UserId> {
    const members = this.#members.get(channel) ?? new Set<UserId>();
    this.#members.set(channel, members);
    return members;
  }
}

/** The organisation as a server asks it: every answer takes its time. */
export function asked(
  organisation: Organisation,
  pending: Pending,
): { readonly memberships: Memberships; readonly access: Access } {
  return {
    memberships: {
      channelsOf: (user) => pending.question(() => organisation.channelsOf(user)),
      isMember: (channel, user) => pending.question(() => organisation.isMember(user, channel)),
    },
    access: { mayRead: (user, channel) => pending.question(() => organisation.mayRead(user, channel)) },
  };
}

/** The log as a server sees it: reads take their time, announcements come through `announced`. */
export function seenThrough(
  log: MemoryLog,
  pending: Pending,
  listen: (listener: (stream: StreamId, run: Run) => void) => () => void,
): StreamSource {
  return {
    read: (stream, from, limit) => pending.question(() => log.readNow(stream, from, limit)),
    heads: (streams) => pending.question(() => log.headsNow(streams)),
    subscribe: listen,
  };
}
