/** A program that only keeps its database running, made to be killed: node hold-database.ts <data folder> */
import { EmbeddedPostgresError, startEmbeddedPostgres } from "../index.ts";

try {
  const postgres = await startEmbeddedPostgres({
    dataDir: process.argv[2] ?? "data",
    settings: { fsync: "off" },
  });
  process.once("SIGTERM", () => void postgres.stop());
  process.stdout.write(`${JSON.stringify({ ready: postgres.url() })}\n`);
} catch (error) {
  if (!(error instanceof EmbeddedPostgresError)) throw error;
  process.stdout.write(`${JSON.stringify({ refused: error.code, message: error.message })}\n`);
}
