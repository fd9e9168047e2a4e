import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { measureDisk, measureFolder } from "./measure-folder.ts";

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "chatter-measured-"));
});
afterAll(() => rm(folder, { recursive: true }));

it("counts the files of a folder and what they hold, without folders below", async () => {
  await writeFile(join(folder, "one"), "12345");
  await writeFile(join(folder, "two"), "123");
  await mkdir(join(folder, "below"));
  expect(await measureFolder(folder)).toEqual({ files: 2, bytes: 8n });
});

it("finds nothing in a folder that is not there", async () => {
  expect(await measureFolder(join(folder, "nowhere"))).toEqual({ files: 0, bytes: 0n });
});

it("tells how much of a disk is free", async () => {
  const { free, total } = await measureDisk(folder);
  expect(free).toBeGreaterThan(0n);
  expect(total).toBeGreaterThanOrEqual(free);
});
