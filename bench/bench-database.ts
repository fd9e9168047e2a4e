import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { schemas } from "../src/app/schemas.ts";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "../src/platform/postgres/embedded/index.ts";
import { migrate } from "../src/platform/postgres/migrate.ts";

export interface BenchDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

/** A durable database as `make up` starts it, in a folder of its own: fsync is on. */
export async function createBenchDatabase(): Promise<BenchDatabase> {
  const folder = await mkdtemp(join(tmpdir(), "chatter-bench-"));
  const postgres: EmbeddedPostgres = await startEmbeddedPostgres({ dataDir: folder });
  await migrate(postgres.url(), schemas);
  return {
    url: postgres.url(),
    async drop() {
      await postgres.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
