import type { Relationship } from "../authorizer.ts";
import type { SpiceDb, Write } from "../spicedb/spicedb.ts";

/** A SpiceDB that can be away, lose answers and be another one from one moment to the next. */
export class FragileSpiceDb implements SpiceDb {
  away = false;
  readonly writes: Write[] = [];
  cleared = 0;
  #inner: SpiceDb;
  #losing = false;

  constructor(inner: SpiceDb) {
    this.#inner = inner;
  }

  replaceBy(inner: SpiceDb): void {
    this.#inner.close();
    this.#inner = inner;
  }

  /** Of the next write. */
  loseAnswer(): void {
    this.#losing = true;
  }

  findSchema(): Promise<string | undefined> {
    return this.#reach().then((it) => it.findSchema());
  }

  writeSchema(text: string): Promise<void> {
    return this.#reach().then((it) => it.writeSchema(text));
  }

  read(resource: string): Promise<readonly Relationship[]> {
    return this.#reach().then((it) => it.read(resource));
  }

  async write(write: Write): Promise<string> {
    const inner = await this.#reach();
    this.writes.push(write);
    const token = await inner.write(write);
    if (!this.#losing) return token;
    this.#losing = false;
    throw new Error("the answer was lost");
  }

  async clear(type: string): Promise<void> {
    this.cleared += 1;
    await (await this.#reach()).clear(type);
  }

  check(questions: readonly Relationship[], token?: string): Promise<readonly boolean[]> {
    return this.#reach().then((it) => it.check(questions, token));
  }

  close(): void {
    this.#inner.close();
  }

  async #reach(): Promise<SpiceDb> {
    if (this.away) throw new Error("no SpiceDB answers");
    return this.#inner;
  }
}
