import { spawn } from "node:child_process";
import { readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Client } from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "./index.ts";
import { Folders, isServerRecorded, readServerPid } from "./testing/folders.ts";
import { type Holder, killHolder, startHolder } from "./testing/holder.ts";

const folders = new Folders();
const settings = { fsync: "off" };
const holders: Holder[] = [];
let dataDir: string;
let running: EmbeddedPostgres | undefined;

async function startElsewhere(): Promise<Holder> {
  const holder = await startHolder(dataDir);
  holders.push(holder);
  return holder;
}

async function start(): Promise<EmbeddedPostgres> {
  running = await startEmbeddedPostgres({ dataDir, settings });
  return running;
}

async function onDatabase<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client(url);
  client.on("error", () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const urlOf = ({ answer }: Holder) => ("ready" in answer ? answer.ready : "");
const addNote = (url: string, body: string) =>
  onDatabase(url, (client) => client.query("insert into note values ($1)", [body]));
const listNotes = (url: string) =>
  onDatabase(url, async (client) => (await client.query("select body from note order by body")).rows);

beforeAll(async () => {
  dataDir = await folders.create();
  const { url, stop } = await start();
  await onDatabase(url(), (client) => client.query("create table note (body text)"));
  await stop();
});

afterEach(async () => {
  await running?.stop();
  running = undefined;
  for (const holder of holders.splice(0)) await killHolder(holder);
  await vi.waitUntil(() => !isServerRecorded(dataDir), { timeout: 10_000 });
  const { url, stop } = await start();
  await onDatabase(url(), (client) => client.query("truncate note"));
  await stop();
  running = undefined;
});

afterAll(() => folders.removeAll());

describe("after the program was killed", () => {
  it("the server stops by itself", async () => {
    const holder = await startElsewhere();
    const server = readServerPid(dataDir);
    await killHolder(holder);
    await vi.waitUntil(() => !isAlive(server), { timeout: 10_000 });
    expect(isServerRecorded(dataDir)).toBe(false);
  });

  it("the next start follows at once and has every committed row, time after time", async () => {
    const bodies = ["1", "2", "3", "4", "5"];
    for (const body of bodies) {
      const holder = await startElsewhere();
      await addNote(urlOf(holder), body);
      await killHolder(holder);
    }
    expect(await listNotes((await start()).url())).toEqual(bodies.map((body) => ({ body })));
  });

  it("the next start follows although the server was killed too, in the middle of a statement", async () => {
    const holder = await startElsewhere();
    await addNote(urlOf(holder), "committed");
    const open = onDatabase(urlOf(holder), (client) => client.query("begin; select pg_sleep(60)"));
    const cut = open.catch((error: unknown) => error);
    await onDatabase(urlOf(holder), (client) =>
      vi.waitUntil(
        async () =>
          (
            await client.query(
              "select from pg_stat_activity where query ~ 'pg_sleep' and pid <> pg_backend_pid()",
            )
          ).rowCount,
      ),
    );
    process.kill(readServerPid(dataDir), "SIGKILL");
    await killHolder(holder);
    expect(await listNotes((await start()).url())).toEqual([{ body: "committed" }]);
    expect(await cut).toBeInstanceOf(Error);
  });
});

describe("after a power loss", () => {
  it("a recorded process id that now belongs to another program does not keep the server down", async () => {
    const { uid, gid } = statSync(join(dataDir, "cluster"));
    const stranger = spawn("/bin/sleep", ["60"], { uid, gid });
    writeFileSync(join(dataDir, "cluster", "postmaster.pid"), `${stranger.pid}\n${dataDir}\n1\n54321\n`);
    writeFileSync(join(dataDir, "cluster", ".s.PGSQL.54321.lock"), `${stranger.pid}\n${dataDir}\n`);
    writeFileSync(join(dataDir, "cluster", ".s.PGSQL.54321"), "");
    writeFileSync(join(dataDir, "lock.pid"), `${stranger.pid}\n`);
    expect(await listNotes((await start()).url())).toEqual([]);
    expect(stranger.kill()).toBe(true);
  });
});

describe("two programs on one folder", () => {
  it("the second is told which process has it", async () => {
    const first = await startElsewhere();
    const second = await startElsewhere();
    expect(second.answer).toMatchObject({
      refused: "folder-in-use",
      message: expect.stringContaining(`process ${first.process.pid}`),
    });
    await addNote(urlOf(first), "still served");
  });

  it("a second start within one program is refused as well", async () => {
    await start();
    await expect(startEmbeddedPostgres({ dataDir })).rejects.toMatchObject({ code: "folder-in-use" });
  });

  it("of many that start together one gets it", async () => {
    const started = await Promise.all([startElsewhere(), startElsewhere(), startElsewhere()]);
    expect(started.map(({ answer }) => ("ready" in answer ? "ready" : answer.refused)).toSorted()).toEqual([
      "folder-in-use",
      "folder-in-use",
      "ready",
    ]);
  });
});

describe("while the program runs", () => {
  it("a server that was killed is started again", async () => {
    const { url } = await start();
    await addNote(url(), "before");
    const killed = readServerPid(dataDir);
    process.kill(killed, "SIGKILL");
    await vi.waitUntil(() => isServerRecorded(dataDir) && readServerPid(dataDir) !== killed, {
      timeout: 10_000,
    });
    await vi.waitUntil(() => addNote(url(), "after").catch(() => undefined), { timeout: 10_000 });
    expect(await listNotes(url())).toEqual([{ body: "after" }, { body: "before" }]);
  });

  it("its log does not grow without end", async () => {
    const log = join(dataDir, "cluster", "log");
    for (let day = 1; day <= 9; day += 1)
      writeFileSync(join(log, `postgresql-2020-01-0${day}_000000.log`), "");
    await start();
    expect(readdirSync(log).length).toBeLessThanOrEqual(5);
    writeFileSync(join(log, "postgresql-2020-01-01_000000.log"), "");
    await vi.waitUntil(() => !readdirSync(log).includes("postgresql-2020-01-01_000000.log"));
  });
});

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
