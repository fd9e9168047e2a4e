import { spawnSync } from "node:child_process";
import { chmodSync, chownSync, mkdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { startEmbeddedPostgres } from "./index.ts";
import { Folders } from "./testing/folders.ts";
import { type Holder, holderProgram, killHolder, startHolder } from "./testing/holder.ts";

const nobody = { uid: 65_534, gid: 65_534 };
const nameless = { uid: 54_321, gid: 54_321 };
const isRoot = process.geteuid?.() === 0;
/** Root may keep the project where others cannot enter, and then they cannot run it either. */
const othersCanRun = isRoot && spawnSync(process.execPath, ["--check", holderProgram], nobody).status === 0;

const folders = new Folders();
const holders: Holder[] = [];

async function startAs(user: typeof nobody, dataDir: string): Promise<Holder> {
  const holder = await startHolder(dataDir, user);
  holders.push(holder);
  return holder;
}

async function createFolderOf(user: typeof nobody): Promise<string> {
  const folder = await folders.create();
  chownSync(folder, user.uid, user.gid);
  return folder;
}

afterEach(async () => {
  for (const holder of holders.splice(0)) await killHolder(holder);
  await folders.removeAll();
});

describe.runIf(isRoot)("as root", () => {
  it("the server runs as somebody else, also below a folder that only root may enter", async () => {
    const closed = await folders.create();
    chmodSync(closed, 0o700);
    const postgres = await startEmbeddedPostgres({
      dataDir: join(closed, "data"),
      settings: { fsync: "off" },
    });
    expect(statSync(postgres.connection.host).uid).not.toBe(0);
    await postgres.stop();
  });
});

describe.runIf(othersCanRun)("as another user", () => {
  it("the server runs as the one who starts it", async () => {
    const dataDir = await createFolderOf(nobody);
    expect((await startAs(nobody, dataDir)).answer).toHaveProperty("ready");
    expect(statSync(join(dataDir, "cluster")).uid).toBe(nobody.uid);
  });

  it("root opens the folder of another user as that user", async () => {
    const dataDir = await createFolderOf(nobody);
    const holder = await startAs(nobody, dataDir);
    await killHolder(holder);
    const postgres = await startEmbeddedPostgres({ dataDir, settings: { fsync: "off" } });
    expect(statSync(join(postgres.connection.host, `.s.PGSQL.${postgres.connection.port}`)).uid).toBe(
      nobody.uid,
    );
    await postgres.stop();
  });

  it("a cluster of somebody else is refused with the command that hands it over", async () => {
    const dataDir = await createFolderOf(nobody);
    mkdirSync(join(dataDir, "cluster"));
    expect((await startAs(nobody, dataDir)).answer).toMatchObject({
      refused: "folder-of-other-user",
      message: expect.stringContaining(`chown -R ${nobody.uid} `),
    });
  });

  it("a user id without a name is told why it cannot make a database", async () => {
    const dataDir = await createFolderOf(nameless);
    expect((await startAs(nameless, dataDir)).answer).toMatchObject({
      refused: "no-system-user",
      message: expect.stringContaining("DATABASE_URL"),
    });
  });

  it("a folder that cannot be written is named", async () => {
    const dataDir = await folders.create();
    chmodSync(dataDir, 0o755);
    expect((await startAs(nobody, join(dataDir, "data"))).answer).toMatchObject({
      refused: "folder-not-writable",
      message: expect.stringContaining(dataDir),
    });
  });
});
