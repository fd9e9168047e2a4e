import { createStore } from "zustand/vanilla";
import type { Api } from "../../api/clients.ts";
import { type Failure, failureOf } from "../../api/failure.ts";
import type { LogEntry } from "../../realtime/streams.ts";
import { type Channel, channelFromProto, type Membership, type MyChannel } from "./channel.ts";
import { channelAfter } from "./tracked.ts";

/** What is known of a channel that this person is not in. */
export type Visit =
  | { readonly status: "ready"; readonly channel: Channel }
  | { readonly status: "failed"; readonly failure: Failure };

/** A channel as a page about it needs it. */
export type ChannelView =
  | { readonly status: "loading" }
  | { readonly status: "failed"; readonly failure: Failure }
  | {
      readonly status: "ready";
      readonly channel: Channel;
      /** Absent for who only looks. */
      readonly membership: Membership | undefined;
      readonly unread: number;
      readonly mentions: number;
    };

export function channelViewOf(mine: MyChannel | undefined, visit: Visit | undefined): ChannelView {
  if (mine !== undefined) return { status: "ready", ...mine };
  if (visit === undefined) return { status: "loading" };
  return visit.status === "failed" ? visit : { ...visit, membership: undefined, unread: 0, mentions: 0 };
}

/** Channels that this person looks at without being in them. */
export class Visits {
  readonly store = createStore<ReadonlyMap<string, Visit>>(() => new Map());
  readonly #api: Pick<Api, "channels">;
  readonly #wanted = new Set<string>();

  constructor(api: Pick<Api, "channels">) {
    this.#api = api;
  }

  /** Lets a channel be known that is not yet, such as one that is only named. */
  want(channelId: string): void {
    if (this.#wanted.has(channelId) || this.store.getState().has(channelId)) return;
    this.#wanted.add(channelId);
    void this.begin(channelId).finally(() => this.#wanted.delete(channelId));
  }

  async begin(channelId: string): Promise<void> {
    const visit = await this.#api.channels.getChannel({ channelId }).then(
      ({ channel }): Visit | undefined => channel && { status: "ready", channel: channelFromProto(channel) },
      (error: unknown): Visit => ({ status: "failed", failure: failureOf(error) }),
    );
    if (visit !== undefined) this.#put(channelId, visit);
  }

  /** Takes the entry that follows in a channel's log. */
  applied(channelId: string, entry: LogEntry): void {
    const visit = this.store.getState().get(channelId);
    if (visit?.status !== "ready") return;
    const channel = channelAfter(visit.channel, entry);
    if (channel !== visit.channel) this.#put(channelId, { ...visit, channel });
  }

  #put(channelId: string, visit: Visit): void {
    this.store.setState((all) => new Map([...all, [channelId, visit]]), true);
  }
}
