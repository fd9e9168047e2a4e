import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startEmbeddedPostgres } from "../platform/postgres/embedded/index.ts";
import { describeOwnPostgres } from "./testing/own-postgres.ts";

describeOwnPostgres(async () => {
  const dataDir = await mkdtemp(join(tmpdir(), "chatter-fresh-"));
  const postgres = await startEmbeddedPostgres({ dataDir, settings: { fsync: "off" } });
  return {
    url: postgres.url(),
    async stop() {
      await postgres.stop();
      await rm(dataDir, { recursive: true });
    },
  };
});
