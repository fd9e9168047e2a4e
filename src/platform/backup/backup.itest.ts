import { randomInt } from "node:crypto";
import { readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { migrate } from "../postgres/migrate.ts";
import { onServer } from "../postgres/testing/run-databases.ts";
import { type Member, openArchive, writeArchive } from "./archive.ts";
import { backup, checkBackup } from "./backup.ts";
import { dump } from "./dump.ts";
import { BackupError } from "./errors.ts";
import { MANIFEST } from "./manifest.ts";
import { Shop, v1, v2 } from "./testing/shop.ts";

const about = { schemas: v1, version: "1.2.3", at: new Date("2026-11-21T09:00:00Z") };
let shop: Shop;

beforeEach(async () => {
  shop = await Shop.open();
  await migrate(shop.url, v1);
  await shop.fill();
});

afterEach(() => shop.close());

const save = (): Promise<void> => backup(shop.client, { ...about, file: shop.file, files: shop.files });

async function restore(schemas = v1): Promise<void> {
  const checked = await checkBackup({ file: shop.file, files: shop.files, schemas });
  await checked.restore(shop.client);
}

async function* whileOthersWrite(): AsyncGenerator<Member> {
  let begun = false;
  for await (const member of dump(shop.client, about)) {
    yield member;
    if (begun) continue;
    begun = true;
    await onServer(shop.url, (other) =>
      other.query("delete from backup_shop.goods; update backup_shop.sales set amount = 0"),
    );
  }
}

describe("a backup", () => {
  it("brings every row, sequence and reference back as it was", async () => {
    const before = await shop.content();
    await save();
    await shop.client.query("delete from backup_shop.goods; update backup_shop.sales set amount = 0");
    await restore();
    expect(await shop.content()).toEqual(before);
    await expect(shop.client.query("insert into backup_shop.goods (kind) values (99)")).rejects.toThrow(
      /foreign key/,
    );
  });

  it("is of one moment, whatever others write meanwhile", async () => {
    const before = await shop.content();
    await writeArchive(shop.file, whileOthersWrite());
    await restore();
    expect(await shop.content()).toEqual(before);
  });

  it("is a tar that Zstandard compressed, which only its owner may read", async () => {
    await save();
    expect((await stat(shop.file)).mode & 0o777).toBe(0o600);
    const names: string[] = [];
    for await (const { name, content } of (await openArchive(shop.file))()) {
      names.push(name);
      await text(content);
    }
    expect(names).toEqual([
      MANIFEST,
      "tables/backup_shop.goods/000000",
      "tables/backup_shop.kinds/000000",
      "tables/backup_shop.sales/000000",
      "sequences.json",
    ]);
  });

  it("does not take the place of a file", async () => {
    await writeFile(shop.file, "mine");
    await expect(save()).rejects.toThrow(BackupError);
    expect(await readFile(shop.file, "utf8")).toBe("mine");
  });

  it("holds the files that the database needs, and keeps those it replaces", async () => {
    const key = join(shop.folder, "shop.key");
    await writeFile(key, "then");
    await save();
    await writeFile(key, "now");
    await restore();
    expect(await readFile(key, "utf8")).toBe("then");
    expect(await readFile(`${key}.before`, "utf8")).toBe("now");
  });
});

describe("a restore", () => {
  it("refuses a file of which one byte is not as it was", async () => {
    await save();
    const whole = await readFile(shop.file);
    for (let n = 0; n < 200; n++) {
      const damaged = Buffer.from(whole);
      const at = randomInt(whole.length);
      damaged[at] = (damaged[at] ?? 0) ^ (1 << randomInt(8));
      await writeFile(shop.file, damaged);
      await expect(restore(), `byte ${at}`).rejects.toThrow(BackupError);
    }
  });

  it("refuses a file that was cut off, is empty, or is not there", async () => {
    await save();
    const whole = await readFile(shop.file);
    for (const length of [0, 1, 47, 48, 49, whole.length / 2, whole.length - 1]) {
      await writeFile(shop.file, whole.subarray(0, length));
      await expect(restore()).rejects.toThrow(BackupError);
    }
    const checking = checkBackup({ file: `${shop.file}.no`, files: shop.files, schemas: v1 });
    await expect(checking).rejects.toThrow(BackupError);
  });

  it("refuses a backup of a newer version, and touches nothing", async () => {
    await migrate(shop.url, v2);
    await backup(shop.client, { ...about, schemas: v2, file: shop.file, files: shop.files });
    const before = await shop.content();
    await expect(restore(v1)).rejects.toThrow(/1\.2\.3.*backup_shop 0002-prices/);
    expect(await shop.content()).toEqual(before);
  });

  it("brings a backup of an older version to the newest schema", async () => {
    await save();
    await restore(v2);
    const { rows } = await shop.client.query("select id::int, price::int from backup_shop.goods order by id");
    expect(rows).toEqual([
      { id: 7, price: 1 },
      { id: 9, price: 1 },
    ]);
  });

  it("leaves all as it was when it fails in the middle", async () => {
    const rows = { name: "tables/backup_shop.kinds/000000", content: Buffer.from("not a number\tx\n") };
    const [manifest] = await Array.fromAsync(dump(shop.client, about));
    await writeArchive(
      shop.file,
      (async function* () {
        if (manifest) yield manifest;
        yield rows;
      })(),
    );
    const before = await shop.content();
    await expect(restore()).rejects.toThrow(/bigint/);
    expect(await shop.content()).toEqual(before);
  });
});
