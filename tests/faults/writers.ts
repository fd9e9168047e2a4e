import type { createApiClient } from "../../dev/client/api-client.ts";
import { openRealtime, type RealtimeClient } from "../../dev/client/realtime-client.ts";

const WRITERS = 8;

/** People who go on writing whatever happens, and send again under the same client id what was not answered. */
export class Writers {
  readonly acknowledged = new Map<string, bigint>();
  /** Why sends were not acknowledged, and why connections were not made. */
  readonly failures: string[] = [];
  #stopping = false;
  #waiting: { count: number; resolve: () => void } | undefined;
  #running: Promise<unknown>;

  constructor(channelId: string, connect: () => { url: string; token: string }) {
    this.#running = Promise.all(
      Array.from({ length: WRITERS }, (_, n) => this.#write(n, channelId, connect)),
    );
  }

  acknowledgedAtLeast(count: number): Promise<void> {
    if (this.acknowledged.size >= count) return Promise.resolve();
    return new Promise((resolve) => {
      this.#waiting = { count, resolve };
    });
  }

  async finish(): Promise<void> {
    this.#stopping = true;
    await this.#running;
  }

  async #write(
    writer: number,
    channelId: string,
    connect: () => { url: string; token: string },
  ): Promise<void> {
    let client: RealtimeClient | undefined;
    for (let n = 0; !this.#stopping; n++) {
      const clientId = `${writer}-${n}`;
      while (!this.acknowledged.has(clientId)) {
        try {
          client ??= await openRealtime(connect());
          const { seq } = await client.send(channelId, clientId, `message ${clientId}`);
          this.acknowledged.set(clientId, seq);
        } catch (error) {
          // Nobody knows whether it was written, so it is sent again.
          this.failures.push(String(error));
          client?.close();
          client = undefined;
          await new Promise((resolve) => setTimeout(resolve, 50));
        }
      }
      if (this.#waiting !== undefined && this.acknowledged.size >= this.#waiting.count)
        this.#waiting.resolve();
    }
    client?.close();
  }
}

/** The client id at each position after the start; undefined where the entry is not a message. */
export async function readLog(
  api: ReturnType<typeof createApiClient>,
  stream: string,
  start: bigint,
): Promise<(string | undefined)[]> {
  const log: (string | undefined)[] = [];
  for (;;) {
    const page = await api.realtime.listEntries({
      stream,
      afterSeq: start + BigInt(log.length),
      limit: 1000,
    });
    log.push(
      ...page.entries.map(({ body }) =>
        body.case === "messagePosted" ? body.value.message?.clientId : undefined,
      ),
    );
    if (start + BigInt(log.length) >= page.head) return log;
  }
}
