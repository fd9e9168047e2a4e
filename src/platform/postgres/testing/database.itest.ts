import { afterEach, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase, type TestTemplate } from "./database.ts";
import { onServer } from "./run-databases.ts";

const created: TestDatabase[] = [];

async function create(template?: TestTemplate): Promise<TestDatabase> {
  const database = await createTestDatabase(template);
  created.push(database);
  return database;
}

const query = (url: string, text: string) => onServer(url, async (client) => (await client.query(text)).rows);

afterEach(async () => {
  for (const database of created.splice(0)) await database.drop();
});

describe("createTestDatabase", () => {
  it("gives every caller an empty database of its own", async () => {
    const [first, second] = await Promise.all([create(), create()]);
    await query(first.url, "create table only_here ()");
    expect(await query(second.url, "select to_regclass('only_here') as found")).toEqual([{ found: null }]);
  });

  it("prepares a template once for callers that come together", async () => {
    let times = 0;
    const template = {
      name: "once",
      prepare: async (url: string) => {
        times += 1;
        await query(url, "create table note as select 'from the template' as body");
      },
    };
    const databases = await Promise.all([create(template), create(template), create(template)]);
    for (const { url } of databases) {
      expect(await query(url, "select body from note")).toEqual([{ body: "from the template" }]);
    }
    expect(times).toBe(1);
  });

  it("prepares a template again after a preparation that failed", async () => {
    const broken = { name: "retried", prepare: () => Promise.reject(new Error("no such table")) };
    await expect(create(broken)).rejects.toThrow("no such table");
    const mended = {
      name: "retried",
      prepare: async (url: string) => {
        await query(url, "create table note ()");
      },
    };
    const { url } = await create(mended);
    expect(await query(url, "select count(*)::int as notes from note")).toEqual([{ notes: 0 }]);
  });

  it("drops a database although somebody is connected to it", async () => {
    const { url, drop } = await createTestDatabase();
    await onServer(url, async (client) => {
      const ended = new Promise<Error>((resolve) => client.on("error", resolve));
      await drop();
      expect((await ended).message).toMatch(/terminat/);
    });
    await expect(query(url, "select 1")).rejects.toMatchObject({ code: "3D000" });
  });
});
