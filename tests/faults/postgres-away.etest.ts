import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Code, ConnectError } from "@connectrpc/connect";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ApiClient, createApiClient } from "../../dev/client/api-client.ts";
import { findFreePort, type ServerProcess, startServer } from "../../dev/server/server-process.ts";
import { ChannelKind } from "../../gen/chatter/channel/v1/channel_pb.js";
import { openDatabase } from "../../src/platform/postgres/database.ts";
import { onServer } from "../../src/platform/postgres/testing/run-databases.ts";
import { type RunningEngine, startEngine } from "../../tools/engines/index.ts";
import { FollowingReader } from "./following-reader.ts";
import { readLog, Writers } from "./writers.ts";

const BETWEEN = 60;
const PATIENCE_MS = 1_000;

let postgres: RunningEngine<{ readonly DATABASE_URL: string }>;
let server: ServerProcess;
let dataDir: string;

beforeAll(async () => {
  postgres = await startEngine("postgres");
  // Engines for tests answer before a commit is written, and would forget it when they are killed.
  await onServer(postgres.settings.DATABASE_URL, (client) =>
    client.query("alter database chatter set synchronous_commit = on"),
  );
  dataDir = await mkdtemp(join(tmpdir(), "chatter-postgres-away-"));
  server = await startServer({ dataDir, port: await findFreePort(), env: postgres.settings });
}, 120_000);
afterAll(async () => {
  postgres.resume();
  await server.stop();
  await postgres.discard();
  await rm(dataDir, { recursive: true, force: true });
});

describe("a server whose PostgreSQL is restarted, killed and paused under load", () => {
  it("refuses clearly meanwhile, does nothing by halves, and shows everybody what it acknowledged", {
    timeout: 240_000,
  }, async () => {
    const { url } = server;
    const { sessionToken: token } = await createApiClient(url).auth.register({
      email: "owner@example.org",
      password: "a long enough password",
      name: "Owner",
      orgName: "Example",
    });
    const api = createApiClient(url, token);
    const { channels } = await api.channel.listMyChannels({});
    const channelId = channels[0]?.channel?.id ?? "";
    const start = (await api.message.listMessages({ channelId })).head;
    const readers = [1, 2].map(() => new FollowingReader(channelId, start, () => ({ url, token })));
    const writers = new Writers(channelId, () => ({ url, token }));
    const founder = new Founder(api);
    const more = () => writers.acknowledgedAtLeast(writers.acknowledged.size + BETWEEN);
    for (const end of [() => postgres.stop(), () => postgres.kill(), () => postgres.stop()]) {
      await more();
      await end();
      await founder.refusedOnceMore();
      await postgres.start();
    }
    await more();
    await postgres.pause();
    // It hangs for as long as somebody has patience.
    await expect(api.channel.listMyChannels({}, { timeoutMs: PATIENCE_MS })).rejects.toThrow(
      "deadline_exceeded",
    );
    postgres.resume();
    await more();
    await writers.finish();
    const founded = await founder.finish();

    const log = await readLog(api, channelId, start);
    await Promise.all(readers.map((reader) => reader.reached(start + BigInt(log.length))));
    await Promise.all(readers.map((reader) => reader.stop()));
    expect(new Set(log).size, "no message is there twice").toBe(log.length);
    expect(new Set(log)).toEqual(new Set(writers.acknowledged.keys()));
    for (const [clientId, seq] of writers.acknowledged) expect(log[Number(seq - start) - 1]).toBe(clientId);
    for (const reader of readers) {
      expect(reader.faults).toEqual([]);
      expect([...reader.seen.values()]).toEqual(log);
    }

    const mine = (await api.channel.listMyChannels({})).channels.map(({ channel }) => channel?.name);
    const there = mine.filter((name) => name?.startsWith("founded-"));
    expect(there).toHaveLength(founded.length);
    expect(new Set(there)).toEqual(new Set(founded));
    expect(new Set(founder.refusals)).toEqual(new Set([`${Code.Unavailable} after 2 s`]));
    expect(writers.failures.join("\n")).toContain("UNAVAILABLE: ");
    expect(writers.failures.join("\n")).not.toContain("INTERNAL");
  });
});

/** Somebody who creates one channel after the other, each as often as it takes, under one key. */
class Founder {
  readonly refusals: string[] = [];
  readonly #founded: string[] = [];
  readonly #api: ApiClient;
  readonly #running: Promise<void>;
  #stopping = false;
  #refused: (() => void) | undefined;

  constructor(api: ApiClient) {
    this.#api = api;
    this.#running = this.#found();
  }

  refusedOnceMore(): Promise<void> {
    return new Promise((resolve) => {
      this.#refused = resolve;
    });
  }

  async finish(): Promise<readonly string[]> {
    this.#stopping = true;
    await this.#running;
    return this.#founded;
  }

  async #found(): Promise<void> {
    while (!this.#stopping) {
      const name = `founded-${this.#founded.length}`;
      while (!(await this.#try(name))) await new Promise((resolve) => setTimeout(resolve, 20));
      this.#founded.push(name);
    }
  }

  async #try(name: string): Promise<boolean> {
    try {
      const headers = { "idempotency-key": name };
      await this.#api.channel.createChannel({ name, kind: ChannelKind.PRIVATE }, { headers });
      return true;
    } catch (error) {
      const { code, metadata } = ConnectError.from(error);
      this.refusals.push(`${code} after ${metadata.get("retry-after")} s`);
      this.#refused?.();
      return false;
    }
  }
}

describe("a PostgreSQL that hangs", () => {
  it("is left, and nothing of what was not answered is in what others do afterwards", async () => {
    const database = openDatabase<{ note: { text: string } }>({
      url: postgres.settings.DATABASE_URL,
      role: "chatter",
      connections: 1,
      silenceMs: 300,
      onError: () => undefined,
    });
    await database.sql.schema.createTable("note").addColumn("text", "text").execute();
    const write = (text: string, then: () => Promise<void> = async () => undefined) =>
      database.transaction(async ({ sql }) => {
        await sql.insertInto("note").values({ text }).execute();
        await then();
        await sql.insertInto("note").values({ text }).execute();
      });
    await expect(write("half", () => postgres.pause())).rejects.toThrow(/Query read timeout|was closed/);
    postgres.resume();
    await write("whole");
    expect(await database.sql.selectFrom("note").select("text").execute()).toEqual([
      { text: "whole" },
      { text: "whole" },
    ]);
    await database.close();
  });
});
