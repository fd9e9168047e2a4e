import type { KyselyPlugin } from "kysely";
import type { Database } from "../database.ts";

/** The database, and how many statements were sent to it by this handle outside of transactions. */
export function countStatements<Schema>(database: Database<Schema>): {
  readonly database: Database<Schema>;
  statements(): number;
} {
  let statements = 0;
  const counter: KyselyPlugin = {
    transformQuery({ node }) {
      statements += 1;
      return node;
    },
    transformResult: async ({ result }) => result,
  };
  return {
    database: { ...database, sql: database.sql.withPlugin(counter) },
    statements: () => statements,
  };
}
