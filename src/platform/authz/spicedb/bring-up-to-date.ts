import type { Relationship } from "../authorizer.ts";
import { COMPLETE, findHeld, type Held, revisionIs } from "./held.ts";
import { install, refuseForeign } from "./install.ts";
import { FROM_THE_START, type MirrorRow, type Turn } from "./mirror-store.ts";
import type { SpiceDb } from "./spicedb.ts";

/** Types of objects that relationships begin with. */
export type MirroredTypes = readonly string[];

// SpiceDB takes a thousand in one write; some are about the mirror itself.
const AT_ONCE = 900;

/**
 * Does one write's worth of what is missing; answers whether there may be more.
 *
 * What keeps the mirror right: every write expects the revision that the store held when its turn began, and
 * raises it. A write that was held up in its process or on the way, and arrives when somebody else has had a
 * turn, is refused by SpiceDB. What is written is true at a moment after the turn began.
 */
export async function bringUpToDate(spicedb: SpiceDb, types: MirroredTypes, turn: Turn): Promise<boolean> {
  const held = (await findHeld(spicedb)) ?? (await install(spicedb, turn.row));
  refuseForeign(held, turn.row);
  if (!isInStep(held, turn.row)) return startOver(spicedb, types, { turn, held });
  if (turn.row.copied !== null) return copy(spicedb, turn, { held, after: turn.row.copied });
  return drain(spicedb, turn, held);
}

/** Of a store that holds one more, the write succeeded and the answer was lost. */
export function isInStep(
  { revision, complete }: Pick<Held, "revision" | "complete">,
  row: Pick<MirrorRow, "revision" | "copied">,
): boolean {
  const follows = revision === row.revision || revision === row.revision + 1n;
  return follows && (complete || row.copied !== null);
}

/** Empties the store. What it held is no mirror of ours: lost, restored from long ago, or given up by us. */
async function startOver(
  spicedb: SpiceDb,
  types: MirroredTypes,
  { turn, held }: { turn: Turn; held: Held },
): Promise<boolean> {
  // Larger than any that a write of before may expect.
  const revision = (held.revision > turn.row.revision ? held.revision : turn.row.revision) + 2n;
  const given = revisionIs(held.revision);
  const token = await spicedb.write({ touch: [revisionIs(revision)], remove: [given, COMPLETE], given });
  for (const type of types) await spicedb.clear(type);
  await turn.save({ revision, token, copied: FROM_THE_START });
  return true;
}

async function copy(
  spicedb: SpiceDb,
  turn: Turn,
  { held, after }: { held: Held; after: readonly string[] },
): Promise<boolean> {
  const page = await turn.page(after, AT_ONCE);
  const last = page.length === AT_ONCE ? page.at(-1) : undefined;
  const touch = last ? page : [...page, COMPLETE];
  const { revision, token } = await advance(spicedb, held, { touch, remove: [] });
  await turn.save({ revision, token, copied: last ? [last.resource, last.relation, last.subject] : null });
  return true;
}

async function drain(spicedb: SpiceDb, turn: Turn, held: Held): Promise<boolean> {
  const { ids, touch, remove } = await turn.waiting(AT_ONCE);
  if (ids.length === 0) return false;
  const { revision, token } = await advance(spicedb, held, { touch, remove });
  await turn.save({ revision, token, copied: null });
  await turn.told(ids);
  return ids.length === AT_ONCE;
}

async function advance(
  spicedb: SpiceDb,
  held: Held,
  { touch, remove }: { touch: readonly Relationship[]; remove: readonly Relationship[] },
): Promise<{ revision: bigint; token: string }> {
  const given = revisionIs(held.revision);
  const revision = held.revision + 1n;
  const token = await spicedb.write({
    touch: [...touch, revisionIs(revision)],
    remove: [...remove, given],
    given,
  });
  return { revision, token };
}
