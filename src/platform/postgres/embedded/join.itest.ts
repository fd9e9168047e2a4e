import { Client } from "pg";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { type EmbeddedPostgres, startEmbeddedPostgres, startOrJoinEmbeddedPostgres } from "./index.ts";
import { Folders } from "./testing/folders.ts";

const folders = new Folders();
const settings = { fsync: "off" };
const running: EmbeddedPostgres[] = [];
let dataDir: string;

async function keep(starting: Promise<EmbeddedPostgres>): Promise<EmbeddedPostgres> {
  const postgres = await starting;
  running.push(postgres);
  return postgres;
}

async function isServing({ url }: EmbeddedPostgres): Promise<boolean> {
  const client = new Client(url());
  await client.connect();
  await client.end();
  return true;
}

beforeEach(async () => {
  dataDir = await folders.create();
});

afterEach(async () => {
  for (const postgres of running.splice(0).reverse()) await postgres.stop();
});

afterAll(() => folders.removeAll());

describe("startOrJoinEmbeddedPostgres", () => {
  it("starts the server where none runs", async () => {
    expect(await isServing(await keep(startOrJoinEmbeddedPostgres({ dataDir, settings })))).toBe(true);
  });

  it("uses the server that runs, and leaves it running", async () => {
    const first = await keep(startEmbeddedPostgres({ dataDir, settings }));
    const second = await startOrJoinEmbeddedPostgres({ dataDir, settings });
    expect(second.url()).toBe(first.url());
    await second.stop();
    expect(await isServing(first)).toBe(true);
  });

  it("gives two programs that start at once one server, whichever of them starts it", async () => {
    const [first, second] = await Promise.all([
      keep(startOrJoinEmbeddedPostgres({ dataDir, settings })),
      keep(startOrJoinEmbeddedPostgres({ dataDir, settings })),
    ]);
    expect(await Promise.all([isServing(first), isServing(second)])).toEqual([true, true]);
    expect(second.url()).toBe(first.url());
  });
});
