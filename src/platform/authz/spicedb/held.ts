import type { Relationship } from "../authorizer.ts";
import type { SpiceDb } from "./spicedb.ts";

/** To be raised whenever schema.zed changes what SpiceDB is told; a test compares. */
export const SCHEMA_VERSION = 3;

/** What a store holds about itself, beside the relationships; kept in the same writes as they are. */
export const BOOKKEEPING = `
/** What is known of the mirror: kept by Chatter. */
definition mirror {
	/** The installation that is mirrored. */
	relation owner: mirror

	/** The version of this schema. */
	relation schema: mirror

	/** Counts the writes; each expects the one before. */
	relation revision: mirror

	/** Is there when all relationships are. */
	relation complete: mirror
}
`;

const STORE = "mirror:store";

const fact = (relation: string, value: string): Relationship => ({
  resource: STORE,
  relation,
  subject: `mirror:${value}`,
});

export const ownerIs = (owner: string): Relationship => fact("owner", owner);
export const schemaIs = (version: number): Relationship => fact("schema", String(version));
export const revisionIs = (revision: bigint): Relationship => fact("revision", String(revision));
export const COMPLETE: Relationship = fact("complete", "yes");
/** For the first write of all. */
export const NOTHING_HELD = STORE;

export interface Held {
  readonly owner: string;
  readonly schema: number;
  readonly revision: bigint;
  readonly complete: boolean;
}

/** Undefined where the store holds nothing of ours. */
export async function findHeld(spicedb: SpiceDb): Promise<Held | undefined> {
  const facts = await spicedb.read(STORE);
  const valueOf = (relation: string): string | undefined =>
    facts.find((it) => it.relation === relation)?.subject.slice("mirror:".length);
  const [owner, schema, revision] = [valueOf("owner"), valueOf("schema"), valueOf("revision")];
  if (owner === undefined || schema === undefined || revision === undefined) return undefined;
  const complete = valueOf("complete") !== undefined;
  return { owner, schema: Number(schema), revision: BigInt(revision), complete };
}
