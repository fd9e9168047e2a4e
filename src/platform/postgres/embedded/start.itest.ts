import { mkdirSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { rename } from "node:fs/promises";
import { join } from "node:path";
import { Client } from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "./index.ts";
import { Folders } from "./testing/folders.ts";

const folders = new Folders();
const settings = { fsync: "off" };
let dataDir: string;
let running: EmbeddedPostgres | undefined;

async function start(folder = dataDir): Promise<EmbeddedPostgres> {
  running = await startEmbeddedPostgres({ dataDir: folder, settings });
  return running;
}

async function query(text: string): Promise<unknown[]> {
  const client = new Client(running?.url());
  await client.connect();
  const { rows } = await client.query(text);
  await client.end();
  return rows;
}

beforeAll(async () => {
  dataDir = await folders.create();
});

afterEach(async () => {
  await running?.stop();
  running = undefined;
});

afterAll(() => folders.removeAll());

describe("startEmbeddedPostgres", () => {
  it("makes a database that chatter owns", async () => {
    const { connection } = await start();
    expect(connection).toMatchObject({ user: "chatter", database: "chatter" });
    expect(
      await query("select datname, rolname, rolsuper from pg_database join pg_roles r on r.oid = datdba"),
    ).toContainEqual({ datname: "chatter", rolname: "chatter", rolsuper: true });
  });

  it("finds what was committed at the next start", async () => {
    await start();
    await query("create table kept as select 42 as answer");
    await running?.stop();
    await start();
    expect(await query("select answer from kept")).toEqual([{ answer: 42 }]);
  });

  it("compares text by code point in UTF-8, whatever the host's locale", async () => {
    await start();
    expect(await query("select upper('österreich ñ') as upper, 'B' < 'a' as ordered")).toEqual([
      { upper: "ÖSTERREICH Ñ", ordered: true },
    ]);
  });

  it("is durable unless told otherwise, and listens on no network", async () => {
    await start();
    const names = "'fsync', 'synchronous_commit', 'full_page_writes', 'listen_addresses', 'max_connections'";
    expect(
      await query(`select name, setting from pg_settings where name in (${names}) order by name`),
    ).toEqual([
      { name: "fsync", setting: "off" },
      { name: "full_page_writes", setting: "on" },
      { name: "listen_addresses", setting: "" },
      { name: "max_connections", setting: "200" },
      { name: "synchronous_commit", setting: "on" },
    ]);
  });

  it("opens its socket to its own user only", async () => {
    const { connection } = await start();
    expect(statSync(connection.host).mode & 0o777).toBe(0o700);
    expect(statSync(join(connection.host, `.s.PGSQL.${connection.port}`)).mode & 0o777).toBe(0o700);
  });

  it("takes a short private folder for the socket when its own path is too long, and removes it", async () => {
    const deep = join(await folders.create(), "a-folder-with-a-long-name".repeat(5));
    const { connection, stop } = await start(deep);
    expect(connection.host).toMatch(/^\/tmp\/chatter-/);
    expect(statSync(connection.host).mode & 0o777).toBe(0o700);
    expect(await query("select 1 as one")).toEqual([{ one: 1 }]);
    await stop();
    running = undefined;
    expect(() => statSync(connection.host)).toThrow("ENOENT");
  });

  it("begins anew after a first start that was cut short", async () => {
    const interrupted = await folders.create();
    mkdirSync(join(interrupted, "cluster.new-half"));
    writeFileSync(join(interrupted, "cluster.new-half", "PG_VERSION"), "18\n");
    await start(interrupted);
    expect(await query("select 1 as one")).toEqual([{ one: 1 }]);
    expect(readdirSync(interrupted)).not.toContain("cluster.new-half");
  });

  it("refuses a folder of another major version, and leaves it as it is", async () => {
    const old = await folders.create();
    await start(old);
    await running?.stop();
    writeFileSync(join(old, "cluster", "PG_VERSION"), "17\n");
    await expect(start(old)).rejects.toMatchObject({
      code: "folder-of-other-version",
      message: expect.stringMatching(/made by PostgreSQL 17.*DATABASE_URL/s),
    });
    writeFileSync(join(old, "cluster", "PG_VERSION"), "18\n");
    await start(old);
  });

  it("does not make an empty database where a damaged one is", async () => {
    const damaged = await folders.create();
    await start(damaged);
    await running?.stop();
    await rename(join(damaged, "cluster", "PG_VERSION"), join(damaged, "PG_VERSION"));
    await expect(start(damaged)).rejects.toMatchObject({ code: "init-failed" });
  });

  it("quotes the server when a setting is wrong", async () => {
    const wrong = startEmbeddedPostgres({ dataDir, settings: { ...settings, shared_buffers: "much" } });
    await expect(wrong).rejects.toMatchObject({
      code: "start-failed",
      message: expect.stringContaining('invalid value for parameter "shared_buffers": "much"'),
    });
  });

  it("gives the folder free when a start fails", async () => {
    await expect(startEmbeddedPostgres({ dataDir, settings: { nonsense: "on" } })).rejects.toThrow(
      "nonsense",
    );
    await start();
  });
});
