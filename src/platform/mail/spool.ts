import { randomBytes } from "node:crypto";
import { mkdir, readdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createTransport } from "nodemailer";
import type { Carrier } from "./mailer.ts";

const KEPT = 500;
const ENDING = ".eml";

/** Writes letters to a folder that only the operator can read; the oldest make room for the newest. */
export function openSpool(folder: string, from: string): Carrier {
  const composer = createTransport({ streamTransport: true, buffer: true }, { from });
  return {
    async carry(letter) {
      const { message } = await composer.sendMail(letter);
      await mkdir(folder, { recursive: true, mode: 0o700 });
      // The names sort by time.
      const name = `${new Date().toISOString().replaceAll(":", "-")}-${randomBytes(4).toString("hex")}`;
      const unfinished = join(folder, `${name}.part`);
      await writeFile(unfinished, message, { mode: 0o600 });
      await rename(unfinished, join(folder, name + ENDING));
      await makeRoom(folder);
    },
    close: () => composer.close(),
  };
}

async function makeRoom(folder: string): Promise<void> {
  const letters = (await readdir(folder)).filter((name) => name.endsWith(ENDING)).toSorted();
  for (const name of letters.slice(0, -KEPT)) await rm(join(folder, name), { force: true });
}
