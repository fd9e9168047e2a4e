import { startEngine } from "../../tools/engines/index.ts";
import { describeOwnPostgres } from "./testing/own-postgres.ts";

describeOwnPostgres(async () => {
  const engine = await startEngine("postgres");
  return { url: engine.settings.DATABASE_URL, stop: () => engine.discard() };
});
