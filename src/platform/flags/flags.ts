import { LRUCache } from "lru-cache";
import type { Actor } from "../../kernel/actor.ts";
import type { Clock } from "../../kernel/clock.ts";
import type { OrgId } from "../../kernel/ids.ts";
import type { Database } from "../postgres/database.ts";
import type { Bus } from "../realtime/local-bus.ts";
import { addChange, type FlagChange, readChanges, readRollouts } from "./change-store.ts";
import { refuse } from "./errors.ts";
import { type FlagDeclarations, isOnFor, type Rollout } from "./flag.ts";

/** What the program asks before it does something one way or the other. */
export interface Flags<Name extends string> {
  /** From memory. A decision takes effect here with its commit, and on other servers a moment later. */
  isOn(flag: Name, actor: Pick<Actor, "userId" | "orgId">): Promise<boolean>;
  readonly operation: FlagOperation;
}

/** What those who manage an organisation, and operators, decide. */
export interface FlagOperation {
  /** All that are declared, by name. */
  list(orgId: OrgId): Promise<readonly KnownFlag[]>;
  /** Throws FLAG_NOT_FOUND, FLAG_CONTRADICTORY, FLAG_TOO_MANY_NAMED. */
  set(actor: Pick<Actor, "userId" | "orgId">, flag: string, rollout: Rollout): Promise<void>;
}

export interface KnownFlag {
  readonly name: string;
  readonly purpose: string;
  readonly rollout: Rollout;
  /** The latest ten decisions, the latest first. */
  readonly changes: readonly FlagChange[];
}

export interface FlagOptions<Name extends string> {
  readonly declared: FlagDeclarations<Name>;
  /** Of the role chatter_flags. */
  readonly database: Database<unknown>;
  readonly clock: Clock;
  /** Carries to all processes that something was decided in an organisation. */
  readonly changed: Bus<OrgId>;
}

const MOST_NAMED = 100;
const CHANGES = 10;
const ORGS_REMEMBERED = 1_000;
/** A server that was not told finds out after this. */
const REMEMBERED_MS = 60_000;

export function createFlags<Name extends string>(options: FlagOptions<Name>): Flags<Name> {
  const rolloutsOf = rememberRollouts(options);
  return {
    async isOn(flag, { userId, orgId }) {
      const { percent } = options.declared[flag];
      const rollouts = await rolloutsOf(orgId);
      return isOnFor(flag, userId, rollouts.get(flag) ?? { percent, onFor: [], offFor: [] });
    },
    operation: createOperation(options),
  };
}

/**
 * What was read is kept until something is decided. A read that is under way then is not kept: who asked before
 * may have its answer, and who asks later has another one.
 */
function rememberRollouts({ database, changed }: Pick<FlagOptions<string>, "database" | "changed">) {
  type Rollouts = ReturnType<typeof readRollouts>;
  const known = new LRUCache<OrgId, Rollouts>({ max: ORGS_REMEMBERED, ttl: REMEMBERED_MS });
  changed.subscribe((orgId) => known.delete(orgId));
  return (orgId: OrgId): Rollouts => {
    const found = known.get(orgId);
    if (found !== undefined) return found;
    const reading = readRollouts(database.sql, orgId);
    known.set(orgId, reading);
    // Whoever asked is told; who asks next tries again.
    reading.catch(() => known.peek(orgId) === reading && known.delete(orgId));
    return reading;
  };
}

function createOperation({ declared, database, clock, changed }: FlagOptions<string>): FlagOperation {
  const db = database.sql;
  return {
    async list(orgId) {
      const rollouts = await readRollouts(db, orgId);
      const names = Object.entries(declared).toSorted(([one], [other]) => (one < other ? -1 : 1));
      return Promise.all(
        names.map(async ([name, { purpose, percent }]) => ({
          name,
          purpose,
          rollout: rollouts.get(name) ?? { percent, onFor: [], offFor: [] },
          changes: await readChanges(db, { orgId, flag: name, limit: CHANGES }),
        })),
      );
    },
    async set({ userId, orgId }, flag, { percent, onFor, offFor }) {
      if (!Object.hasOwn(declared, flag)) throw refuse("FLAG_NOT_FOUND");
      if (onFor.some((id) => offFor.includes(id))) throw refuse("FLAG_CONTRADICTORY");
      if (onFor.length + offFor.length > MOST_NAMED)
        throw refuse("FLAG_TOO_MANY_NAMED", { limit: MOST_NAMED });
      const change = { flag, percent, onFor, offFor, changedBy: userId, changedAt: clock.now() };
      await addChange(db, orgId, change);
      changed.publish(orgId);
    },
  };
}
