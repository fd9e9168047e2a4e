import { randomBytes } from "node:crypto";
import { mkdir, readdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import MimeNode from "nodemailer/lib/mime-node";
import type { Carrier } from "./carrier.ts";
import type { Letter } from "./letter.ts";

const KEPT = 500;
const ENDING = ".eml";

/** Writes letters to a folder that only the operator can read; the oldest make room for the newest. */
export function openSpool(folder: string, from: string): Carrier {
  return {
    // The folder is made by the first letter.
    check: async () => {},
    async carry(letter) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      // The names sort by time.
      const name = `${new Date().toISOString().replaceAll(":", "-")}-${randomBytes(4).toString("hex")}`;
      const unfinished = join(folder, `${name}.part`);
      await writeFile(unfinished, compose(letter, from), { mode: 0o600 });
      await rename(unfinished, join(folder, name + ENDING));
      await makeRoom(folder);
    },
    close() {},
  };
}

/** A letter for mail programs whose text is as it was written: a link stands in one piece, to be copied. */
function compose({ to, subject, text }: Letter, from: string): string {
  const node = new MimeNode("text/plain; charset=utf-8");
  node.setHeader({ From: from, To: to, Subject: subject, "Content-Transfer-Encoding": "8bit" });
  return `${node.buildHeaders()}\r\n\r\n${text.replaceAll(/\r?\n/g, "\r\n")}`;
}

async function makeRoom(folder: string): Promise<void> {
  const letters = (await readdir(folder)).filter((name) => name.endsWith(ENDING)).toSorted();
  for (const name of letters.slice(0, -KEPT)) await rm(join(folder, name), { force: true });
}
