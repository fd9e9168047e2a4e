import type { ChannelId, UserId } from "../../../kernel/ids.ts";
import type { Database } from "../../../platform/postgres/database.ts";
import type { Streams } from "../../../platform/stream/streams.ts";
import type { Access, Memberships } from "../application/ports.ts";
import type { NotificationSchema } from "../infrastructure/schema.ts";
import { added, changed, joined, left, posted, removed } from "./entries.ts";

/** The parts of other contexts that the delivery depends on, on real streams. */
export class Channels implements Memberships, Access {
  readonly #database: Pick<Database<NotificationSchema>, "transaction">;
  readonly #streams: Streams;
  readonly #members = new Map<ChannelId, Set<UserId>>();
  readonly #open = new Set<ChannelId>();

  constructor(database: Pick<Database<NotificationSchema>, "transaction">, streams: Streams) {
    this.#database = database;
    this.#streams = streams;
  }

  /** Answers the seqs; when it does they are committed. */
  append(stream: ChannelId | UserId, ...entries: Uint8Array[]): Promise<readonly bigint[]> {
    return this.#database.transaction((tx) =>
      this.#streams.append(
        tx,
        entries.map((entry) => ({ stream, entry })),
      ),
    );
  }

  async post(channel: ChannelId, text: string): Promise<number> {
    const [seq] = await this.append(channel, posted(text));
    return Number(seq);
  }

  async join(user: UserId, channel: ChannelId): Promise<void> {
    await this.#transact(user, channel, [joined(user), added(channel)]);
    this.#membersOf(channel).add(user);
  }

  async remove(user: UserId, channel: ChannelId): Promise<void> {
    this.#membersOf(channel).delete(user);
    await this.#transact(user, channel, [left(user), removed(channel)]);
  }

  /** Whether everybody may look at it. */
  async openTo(channel: ChannelId, everybody: boolean): Promise<void> {
    if (everybody) this.#open.add(channel);
    else this.#open.delete(channel);
    await this.append(channel, changed());
  }

  async channelsOf(user: UserId): Promise<readonly ChannelId[]> {
    return [...this.#members].filter(([, members]) => members.has(user)).map(([channel]) => channel);
  }

  async isMember(channel: ChannelId, user: UserId): Promise<boolean> {
    return this.#membersOf(channel).has(user);
  }

  async mayRead(user: UserId, channel: ChannelId): Promise<boolean> {
    return this.#open.has(channel) || this.isMember(channel, user);
  }

  #transact(user: UserId, channel: ChannelId, [inChannel, own]: readonly [Uint8Array, Uint8Array]) {
    return this.#database.transaction((tx) =>
      this.#streams.append(tx, [
        { stream: channel, entry: inChannel },
        { stream: user, entry: own },
      ]),
    );
  }

  #membersOf(channel: ChannelId): Set<UserId> {
    const members = this.#members.get(channel) ?? new Set<UserId>();
    this.#members.set(channel, members);
    return members;
  }
}
