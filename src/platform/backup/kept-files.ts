import { open, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { unless } from "../files/unless.ts";
import type { Member, StoredMember } from "./archive.ts";
import { BackupError } from "./errors.ts";
import { fileName, fileOf } from "./manifest.ts";

const OWNER_ONLY = 0o600;

/** Files of one folder that the database is of no use without, such as the key of its secrets. */
export class KeptFiles {
  readonly #folder: string;
  readonly #names: readonly string[];
  readonly #staged: string[] = [];

  constructor(folder: string, names: readonly string[]) {
    this.#folder = folder;
    this.#names = names;
  }

  /** Those that are there. */
  async *read(): AsyncGenerator<Member> {
    for (const name of this.#names) {
      const content = await readFile(join(this.#folder, name)).catch(unless("ENOENT"));
      if (content !== undefined) yield { name: fileOf(name), content };
    }
  }

  /** Writes one beside its place, and on the disk. */
  readonly stage = async ({ name, content }: StoredMember): Promise<void> => {
    const file = fileName(name);
    if (file === undefined || !this.#names.includes(file)) {
      throw new BackupError(`The backup holds ${name}, which this version does not know.`);
    }
    const handle = await open(this.#beside(file), "w", OWNER_ONLY);
    try {
      await handle.writeFile(await buffer(content));
      await handle.sync();
    } finally {
      await handle.close();
    }
    this.#staged.push(file);
  };

  /** Puts what was written in its place; what was there stays as FILE.before. */
  async replace(): Promise<void> {
    for (const name of this.#staged.splice(0)) {
      const place = join(this.#folder, name);
      await rm(`${place}.before`, { force: true });
      await rename(place, `${place}.before`).catch(unless("ENOENT"));
      await rename(this.#beside(name), place);
    }
  }

  #beside(name: string): string {
    return join(this.#folder, `${name}.restored`);
  }
}
