import type { Page, StreamSource } from "../application/ports.ts";
import type { Run, StreamId } from "../domain/stream.ts";
import { seen } from "./entries.ts";

type Listener = (stream: StreamId, run: Run) => void;

/** Durable streams in memory; keeps the contract in streams.contract.ts. */
export class MemoryLog implements StreamSource {
  readonly #streams = new Map<StreamId, Uint8Array[]>();
  readonly #listeners = new Set<Listener>();

  /** Commits entries and announces them; answers what was announced. */
  append(stream: StreamId, ...entries: Uint8Array[]): Run {
    const log = this.#streams.get(stream) ?? [];
    const run = { first: log.length + 1, entries: entries.map(seen) };
    this.#streams.set(stream, [...log, ...entries]);
    for (const listener of this.#listeners) listener(stream, run);
    return run;
  }

  at(stream: StreamId, seq: number): Uint8Array | undefined {
    return this.#streams.get(stream)?.[seq - 1];
  }

  head(stream: StreamId): number {
    return this.#streams.get(stream)?.length ?? 0;
  }

  async read(stream: StreamId, from: number, limit: number): Promise<Page> {
    return this.readNow(stream, from, limit);
  }

  readNow(stream: StreamId, from: number, limit: number): Page {
    const entries = (this.#streams.get(stream) ?? []).slice(from - 1, from - 1 + limit);
    return { run: { first: from, entries: entries.map(seen) }, head: this.head(stream) };
  }

  async heads(streams: readonly StreamId[]): Promise<ReadonlyMap<StreamId, number>> {
    return this.headsNow(streams);
  }

  headsNow(streams: readonly StreamId[]): ReadonlyMap<StreamId, number> {
    return new Map(
      streams.filter((stream) => this.#streams.has(stream)).map((stream) => [stream, this.head(stream)]),
    );
  }

  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
