import { LRUCache } from "lru-cache";
import type { ChannelId } from "../../kernel/ids.ts";
import type { Streams } from "../stream/streams.ts";
import { gather } from "./gather.ts";
import type { Timeline } from "./timeline.ts";

/** A channel's epoch, and since when it is known: facts that were read later hold under it. */
export interface KnownEpoch {
  readonly epoch: bigint;
  readonly since: number;
}

/**
 * Epochs of channels in memory. One that is outdated does no harm: a permit that names it is void, and the
 * writer asks again with `fresh`.
 */
export class Epochs {
  readonly #known: LRUCache<string, KnownEpoch & { readonly doubted: boolean }>;
  readonly #timeline: Timeline;
  readonly #streams: Pick<Streams, "heads">;
  readonly #gathered = gather((channels) => this.#read(channels as readonly ChannelId[]));

  constructor(streams: Pick<Streams, "heads">, timeline: Timeline, capacity: number) {
    this.#known = new LRUCache({ max: capacity });
    this.#streams = streams;
    this.#timeline = timeline;
  }

  find(channel: ChannelId): KnownEpoch | undefined {
    const known = this.#known.get(channel);
    return known?.doubted ? undefined : known;
  }

  async load(channel: ChannelId): Promise<KnownEpoch> {
    const epochs = await this.#gathered([channel]);
    return epochs.get(channel) ?? { epoch: 0n, since: this.#timeline() };
  }

  /** The epoch may have been raised. */
  doubt(channel: string): void {
    const known = this.#known.peek(channel);
    if (known) this.#known.set(channel, { ...known, doubted: true });
  }

  async #read(channels: readonly ChannelId[]): Promise<ReadonlyMap<string, KnownEpoch>> {
    const heads = await this.#streams.heads(channels);
    const now = this.#timeline();
    const epochs = new Map<string, KnownEpoch>();
    for (const channel of channels) {
      const epoch = heads.get(channel)?.epoch ?? 0n;
      const known = this.#known.peek(channel);
      // It is never lowered, so an epoch that is the same was the same all the time.
      const since = known?.epoch === epoch ? known.since : now;
      this.#known.set(channel, { epoch, since, doubted: false });
      epochs.set(channel, { epoch, since });
    }
    return epochs;
  }
}
