import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "../../src/platform/postgres/testing/database.ts";
import { type RunningEngine, startEngine } from "../../tools/engines/index.ts";
import { Load } from "./load.ts";
import { expectRemovalToHold } from "./removal.ts";
import { openTeam, type Team } from "./team.ts";

const WRITERS = 6;
const BETWEEN = 60;

/** Those without which everything goes on; PostgreSQL, without which nothing does, has its own test. */
const dispensable = ["redis", "spicedb", "temporal", "vault"] as const;

describe.each(dispensable)(
  "two servers whose %s is killed, paused, stopped and started again under load",
  (name) => {
    let database: TestDatabase;
    let engine: RunningEngine<Readonly<Record<string, string>>>;
    let team: Team;

    beforeAll(async () => {
      database = await createTestDatabase();
      engine = await startEngine(name);
      team = await openTeam({ DATABASE_URL: database.url, ...engine.settings });
    }, 120_000);
    afterAll(async () => {
      engine.resume();
      await team.close();
      await engine.discard();
      await database.drop();
    });

    it("acknowledge and deliver everything once and in order, take calls, and keep out whom they removed", {
      timeout: 240_000,
    }, async () => {
      const readers = [await team.connect(0, 0), await team.connect(1, 2)];
      const writers = Array.from({ length: WRITERS }, (_, n) =>
        team.connect(n % 2 === 0 ? 0 : 1, 2 + (n % 2)),
      );
      const load = new Load(team, await Promise.all(writers));
      const steps: readonly (readonly [how: string, step: () => Promise<void> | void])[] = [
        ["killed", () => engine.kill()],
        ["back", () => engine.start()],
        ["hangs", () => engine.pause()],
        ["goes-on", () => engine.resume()],
        ["stopped", () => engine.stop()],
        ["there-again", () => engine.start()],
      ];
      for (const [how, step] of steps) {
        await load.acknowledged(BETWEEN);
        await step();
        await expectRemovalToHold(team, how);
        const { channels } = await team.api(0, 2).channel.listMyChannels({});
        expect(channels.length).toBeGreaterThan(0);
      }
      await load.acknowledged(BETWEEN);
      const sent = await load.finish();

      for (const reader of readers) {
        for (const [text] of sent) await reader.saw(team.channelId, text);
        const posted = reader.posted(team.channelId).filter(({ text }) => text.startsWith("load "));
        expect(new Map(posted.map(({ text, seq }) => [text, seq]))).toEqual(sent);
        expect(posted).toHaveLength(sent.size);
        const order = posted.map(({ seq }) => seq);
        expect(order).toEqual(order.toSorted((a, b) => Number(a - b)));
      }
    });
  },
);
