import { migrate } from "../../platform/postgres/migrate.ts";
import { createTestDatabase, type TestDatabase } from "../../platform/postgres/testing/database.ts";
import { schemas } from "../schemas.ts";

/** A database with every schema of the program, cloned from a template that is migrated once a run. */
export function createMigratedDatabase(): Promise<TestDatabase> {
  return createTestDatabase({ name: "migrated", prepare: (url) => migrate(url, schemas) });
}
