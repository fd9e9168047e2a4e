import { readFileSync } from "node:fs";
import { EngineRefused } from "../../../kernel/engine-refused.ts";
import {
  BOOKKEEPING,
  findHeld,
  type Held,
  NOTHING_HELD,
  ownerIs,
  revisionIs,
  SCHEMA_VERSION,
  schemaIs,
} from "./held.ts";
import type { MirrorRow } from "./mirror-store.ts";
import type { SpiceDb } from "./spicedb.ts";

/** What SpiceDB is told: schema.zed, and what the mirror keeps about itself. */
export function mirroredSchema(): string {
  return readFileSync(new URL("../schema.zed", import.meta.url), "utf8") + BOOKKEEPING;
}

/** Makes the store ours if it is empty, and brings its schema to this version. Throws where it is another's. */
export async function install(spicedb: SpiceDb, row: MirrorRow): Promise<Held> {
  const text = await spicedb.findSchema();
  if (text !== undefined && !/^definition mirror \{/m.test(text)) {
    throw new EngineRefused(
      "SPICEDB_ENDPOINT",
      "that store holds the schema of another program; give Chatter an empty one",
    );
  }
  const held = text === undefined ? undefined : await findHeld(spicedb);
  if (held) refuseForeign(held, row);
  if (held?.schema === SCHEMA_VERSION) return held;
  await writeSchema(spicedb);
  return held ? renew(spicedb, held) : begin(spicedb, row);
}

export function refuseForeign({ owner, schema }: Held, row: MirrorRow): void {
  if (owner !== row.owner) {
    throw new EngineRefused(
      "SPICEDB_ENDPOINT",
      "that store belongs to another installation; give this one an empty one",
    );
  }
  if (schema > SCHEMA_VERSION) {
    throw new EngineRefused(
      "SPICEDB_ENDPOINT",
      `that store has version ${schema} of the schema and this program ${SCHEMA_VERSION}; run the newer program`,
    );
  }
}

async function writeSchema(spicedb: SpiceDb): Promise<void> {
  try {
    await spicedb.writeSchema(mirroredSchema());
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new EngineRefused("SPICEDB_ENDPOINT", `SpiceDB does not take the schema: ${reason}`, {
      cause: error,
    });
  }
}

async function renew(spicedb: SpiceDb, held: Held): Promise<Held> {
  const given = revisionIs(held.revision);
  await spicedb.write({ touch: [schemaIs(SCHEMA_VERSION)], remove: [schemaIs(held.schema)], given });
  return { ...held, schema: SCHEMA_VERSION };
}

async function begin(spicedb: SpiceDb, { owner, revision }: MirrorRow): Promise<Held> {
  const touch = [ownerIs(owner), schemaIs(SCHEMA_VERSION), revisionIs(revision)];
  await spicedb.write({ touch, remove: [], unless: NOTHING_HELD });
  return { owner, schema: SCHEMA_VERSION, revision, complete: false };
}
