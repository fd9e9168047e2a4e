import type { Streams } from "../../../platform/stream/streams.ts";
import type { StreamSource, Trouble } from "../application/ports.ts";
import type { Meaning } from "../domain/meaning.ts";
import type { Run, StreamId } from "../domain/stream.ts";

export interface StreamSourceDeps {
  readonly streams: Pick<Streams, "read" | "heads" | "subscribe">;
  readonly meaningOf: (entry: Uint8Array) => Meaning | undefined;
  readonly trouble: Trouble;
}

/** The durable streams as the delivery sees them: positions as numbers, entries with what they mean. */
export function createStreamSource({ streams, meaningOf, trouble }: StreamSourceDeps): StreamSource {
  const run = (first: number, entries: readonly Uint8Array[]): Run => ({
    first,
    entries: entries.map((bytes) => ({ bytes, meaning: meaningOf(bytes) })),
  });
  return {
    async read(stream, from, limit) {
      const page = await streams.read(stream, BigInt(from) - 1n, limit);
      return { run: run(from, page.entries), head: Number(page.head) };
    },
    async heads(asked) {
      const heads = await streams.heads(asked);
      return new Map([...heads].map(([stream, { head }]) => [stream as StreamId, Number(head)]));
    },
    subscribe: (listener) =>
      streams.subscribe(({ stream, firstSeq, entries }) => {
        try {
          listener(stream, run(Number(firstSeq), entries));
        } catch (error) {
          // Whoever announces has committed and must not fail by who listens; the head check makes up for it.
          trouble.failed("take an announcement", error);
        }
      }),
  };
}
