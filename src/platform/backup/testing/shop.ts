import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type SchemaMigrations, SoleClient } from "../../postgres/migrate.ts";
import { createTestDatabase } from "../../postgres/testing/database.ts";
import { KeptFiles } from "../kept-files.ts";

const version = (name: string): readonly SchemaMigrations[] => [
  { schema: "backup_shop", folder: fileURLToPath(new URL(`shop/${name}`, import.meta.url)), context: false },
];
export const [v1, v2] = [version("v1"), version("v2")];

/** A database and a folder of its own, both gone after the test. */
export class Shop {
  readonly client: SoleClient;
  readonly url: string;
  readonly folder: string;
  readonly files: KeptFiles;
  readonly #drop: () => Promise<void>;

  static async open(): Promise<Shop> {
    const { url, drop } = await createTestDatabase();
    const client = new SoleClient({ connectionString: url });
    await client.connect();
    return new Shop({ url, client, drop, folder: await mkdtemp(join(tmpdir(), "chatter-backup-")) });
  }

  private constructor(parts: {
    readonly url: string;
    readonly client: SoleClient;
    readonly folder: string;
    readonly drop: () => Promise<void>;
  }) {
    this.url = parts.url;
    this.client = parts.client;
    this.folder = parts.folder;
    this.#drop = parts.drop;
    this.files = new KeptFiles(parts.folder, ["shop.key"]);
  }

  get file(): string {
    return join(this.folder, "shop.tar.zst");
  }

  async fill(): Promise<void> {
    await this.client.query(`
      insert into backup_shop.kinds (name) values ('tea'), (E'tab\\t, line\\n, \\\\N and “quotes”');
      insert into backup_shop.goods (id, kind, parent, label, picture, tags, facts, made)
        values (7, 2, 9, 'a child before its parent', '\\x00ff0a5c', '{"a b",null,"{}"}', '{"x": [1, "é"]}', now()),
               (9, 3, null, null, null, '{}', null, 'infinity');
      insert into backup_shop.sales select 'day ' || n, n / 7.0 from generate_series(1, 500) n;
      select setval('backup_shop.goods_id_seq', 41);`);
  }

  /** All there is, as text that can be compared. */
  async content(): Promise<unknown> {
    const tables = ["kinds", "goods", "sales"];
    const found: unknown[] = [];
    for (const table of tables) {
      const { rows } = await this.client.query(`select t::text from backup_shop.${table} t order by 1`);
      found.push(rows);
    }
    const { rows } = await this.client.query(
      "select last_value::text, is_called from backup_shop.goods_id_seq",
    );
    return [...found, rows];
  }

  async close(): Promise<void> {
    await this.client.end();
    await this.#drop();
    await rm(this.folder, { recursive: true, force: true });
  }
}
