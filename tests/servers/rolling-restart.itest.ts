import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openRealtime, type RealtimeClient } from "../../dev/client/realtime-client.ts";
import { createTestDatabase, type TestDatabase } from "../../src/platform/postgres/testing/database.ts";
import { FollowingReader } from "../faults/following-reader.ts";
import { openTeam, type Team } from "./team.ts";

const WRITERS = 4;
const BETWEEN = 40;

let database: TestDatabase;
let team: Team;

beforeAll(async () => {
  database = await createTestDatabase();
  team = await openTeam({ DATABASE_URL: database.url });
}, 120_000);
afterAll(async () => {
  await team.close();
  await database.drop();
});

/** A client behind a load balancer: it comes to one server, and to the other when that one goes away. */
class Balanced {
  #turn: number;
  readonly #token: string;

  constructor(person: number) {
    this.#turn = person;
    this.#token = team.people[person]?.token ?? "";
  }

  readonly next = (): { url: string; token: string } => {
    this.#turn += 1;
    return { url: team.servers[this.#turn % 2 === 0 ? 0 : 1].url, token: this.#token };
  };
}

describe("a rolling restart under load", () => {
  it("loses nothing, doubles nothing, everybody sees the same order, and no client begins anew", {
    timeout: 120_000,
  }, async () => {
    const { channelId } = team;
    const start = (await team.api(0, 0).message.listMessages({ channelId })).head;
    const readers = [0, 1, 2].map((n) => new FollowingReader(channelId, start, new Balanced(n).next));
    const writers = new Writers();
    for (const server of [0, 1, 0] as const) {
      await writers.acknowledgedMore(BETWEEN);
      await team.restart(server);
    }
    await writers.acknowledgedMore(BETWEEN);
    await writers.finish();

    const { head } = await team.api(0, 0).message.listMessages({ channelId });
    await Promise.all(readers.map((reader) => reader.reached(head)));
    for (const reader of readers) {
      await reader.stop();
      expect(reader.faults).toEqual([]);
      expect(reader.versions.size).toBe(1);
      const seen = new Map([...reader.seen].map(([seq, clientId]) => [clientId, seq]));
      expect(seen).toEqual(writers.acknowledged);
      expect(reader.seen.size).toBe(writers.acknowledged.size);
    }
  });
});

/** Each sends a message until it is acknowledged, under the same client id, then the next. */
class Writers {
  readonly acknowledged = new Map<string, bigint>();
  readonly #running: Promise<unknown>;
  #stopping = false;
  #waiting: { count: number; resolve: () => void } | undefined;

  constructor() {
    this.#running = Promise.all(Array.from({ length: WRITERS }, (_, n) => this.#write(n)));
  }

  acknowledgedMore(more: number): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#waiting = { count: this.acknowledged.size + more, resolve };
    return promise;
  }

  async finish(): Promise<void> {
    this.#stopping = true;
    await this.#running;
  }

  async #write(writer: number): Promise<void> {
    const balanced = new Balanced(writer);
    let client: RealtimeClient | undefined;
    for (let n = 0; !this.#stopping; n++) {
      const clientId = `${writer}-${n}`;
      while (!this.acknowledged.has(clientId)) {
        try {
          client ??= await openRealtime(balanced.next());
          const { seq } = await client.send(team.channelId, clientId, `message ${clientId}`);
          this.acknowledged.set(clientId, seq);
        } catch {
          // The server went away: the other one is asked.
          client = undefined;
        }
      }
      if (this.#waiting !== undefined && this.acknowledged.size >= this.#waiting.count)
        this.#waiting.resolve();
    }
    client?.close();
  }
}
