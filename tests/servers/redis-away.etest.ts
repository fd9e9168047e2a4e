import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "../../src/platform/postgres/testing/database.ts";
import { type RunningEngine, startEngine } from "../../tools/engines/index.ts";
import { openTeam, type Team } from "./team.ts";
import type { Watcher } from "./watcher.ts";

const WRITERS = 6;
const BETWEEN = 60;

let database: TestDatabase;
let redis: RunningEngine<{ readonly REDIS_URL: string }>;
let team: Team;

beforeAll(async () => {
  database = await createTestDatabase();
  redis = await startEngine("redis");
  team = await openTeam({ DATABASE_URL: database.url, REDIS_URL: redis.settings.REDIS_URL });
}, 120_000);
afterAll(async () => {
  redis.resume();
  await team.close();
  await redis.discard();
  await database.drop();
});

describe("two servers whose Redis is killed, paused and started again under load", () => {
  it("acknowledge and deliver everything once and in order, and take calls all the time", {
    timeout: 120_000,
  }, async () => {
    const readers = [await team.connect(0, 0), await team.connect(1, 1)];
    const load = new Load(await Promise.all(Array.from({ length: WRITERS }, (_, n) => writer(n))));
    const steps = [
      () => redis.kill(),
      () => redis.start(),
      () => redis.pause(),
      async () => redis.resume(),
      () => redis.kill(),
      () => redis.start(),
    ];
    for (const step of steps) {
      await load.acknowledged(BETWEEN);
      await step();
      const { channels } = await team.api(0, 2).channel.listMyChannels({});
      expect(channels.length).toBeGreaterThan(0);
    }
    await load.acknowledged(BETWEEN);
    const sent = await load.finish();

    for (const reader of readers) {
      for (const [text] of sent) await reader.saw(team.channelId, text);
      const posted = reader.posted(team.channelId);
      expect(new Map(posted.map(({ text, seq }) => [text, seq]))).toEqual(sent);
      expect(posted).toHaveLength(sent.size);
      expect(posted.map(({ seq }) => seq)).toEqual(
        posted.map(({ seq }) => seq).toSorted((a, b) => Number(a - b)),
      );
    }
  });

  function writer(n: number): Promise<Watcher> {
    return team.connect(n % 2 === 0 ? 0 : 1, n % 4);
  }
});

/** People who write one message after the other; whatever happens to Redis, no send may fail. */
class Load {
  readonly #sent = new Map<string, bigint>();
  readonly #running: Promise<unknown>;
  #stopping = false;
  #waiting: { count: number; resolve: () => void } | undefined;

  constructor(writers: readonly Watcher[]) {
    this.#running = Promise.all(writers.map((watcher, n) => this.#write(watcher, n)));
  }

  /** Resolves when so many more were acknowledged; rejects when a send has failed. */
  async acknowledged(more: number): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#waiting = { count: this.#sent.size + more, resolve };
    await Promise.race([promise, this.#running]);
  }

  async finish(): Promise<ReadonlyMap<string, bigint>> {
    this.#stopping = true;
    await this.#running;
    return this.#sent;
  }

  async #write({ client }: Watcher, writer: number): Promise<void> {
    for (let n = 0; !this.#stopping; n++) {
      const text = `load ${writer} ${n}`;
      const { seq } = await client.send(team.channelId, `load-${writer}-${n}`, text);
      this.#sent.set(text, seq);
      if (this.#waiting !== undefined && this.#sent.size >= this.#waiting.count) this.#waiting.resolve();
    }
  }
}
