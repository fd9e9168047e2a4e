import type { ChannelId, UserId } from "../../kernel/ids.ts";
import type { Database } from "../postgres/database.ts";
import { type Bus, createLocalBus } from "../realtime/local-bus.ts";
import type { Streams } from "../stream/streams.ts";
import type { Metrics } from "../telemetry/metrics.ts";
import {
  type Authorizer,
  channelResource,
  type Relationship,
  type Relationships,
  type Resource,
  type ResourceType,
} from "./authorizer.ts";
import { loadSchema } from "./compile-schema.ts";
import { createEvaluator } from "./embedded/evaluator.ts";
import { explain } from "./embedded/explain.ts";
import { Epochs, type KnownEpoch } from "./epochs.ts";
import { measureLookups } from "./lookup-metrics.ts";
import type { Oversight } from "./oversight.ts";
import type { Question } from "./permission-engine.ts";
import { readChanges } from "./records/change-store.ts";
import { readTuplesFrom, writeTuples } from "./records/tuple-store.ts";
import { refuseUnknown } from "./relationship.ts";
import { PERSON, type Schema, typeOf } from "./schema.ts";
import type { Mirror } from "./spicedb/mirror.ts";
import { createSpiceDbEngine } from "./spicedb/spicedb-engine.ts";
import { createTimeline } from "./timeline.ts";

export interface AuthorizerOptions {
  /** Of the role chatter_authz. */
  readonly database: Database<unknown>;
  readonly streams: Pick<Streams, "heads">;
  /** What SpiceDB mirrors and answers; absent: everything is evaluated here. */
  readonly mirror?: Mirror;
  /** Tells all servers which relationships have changed; absent: only this one. */
  readonly changes?: Bus<readonly Relationship[]>;
  readonly schema?: Schema;
  /** Where is measured how often memory answers; absent: nowhere. */
  readonly metrics?: Metrics;
  /** How long after a removal by another server this one may still say yes to a `check`. */
  readonly staleMs?: number;
  /** What is kept in memory at most: two entries a person and channel in use, one a channel. */
  readonly capacity?: number;
  /** Milliseconds that only go forward. */
  readonly now?: () => number;
}

/**
 * Answers from memory where it may, and otherwise asks the engine of the installation.
 *
 * - A write through this server takes effect here with its commit. One through another server takes effect
 *   at once where it grants, because a refusal is never given from memory, and where it takes away when
 *   this one hears of it, after `staleMs` at the latest.
 * - A permit is exact on every server: its facts were read after its epoch. Whoever takes away a right on a
 *   channel must raise the epoch in the same transaction (`streams.fence`); then either the facts show the
 *   removal, or the writer, who compares epochs under lock, finds that the permit is void.
 */
export function createAuthorizer(options: AuthorizerOptions): Authorizer & Relationships & Oversight {
  const { database, streams, mirror, staleMs = 5_000, capacity = 100_000 } = options;
  const { changes = createLocalBus() } = options;
  const schema = options.schema ?? loadSchema();
  const timeline = createTimeline(options.now ?? (() => performance.now()));
  const readTuples = readTuplesFrom(database.sql);
  const lookups = options.metrics && measureLookups(options.metrics);
  const parts = { schema, timeline, capacity };
  const evaluator = createEvaluator({ ...parts, readTuples, lookups: lookups?.facts });
  const engine = mirror
    ? createSpiceDbEngine({ ...parts, mirror, evaluator, lookups: lookups?.answers })
    : evaluator;
  const epochs = new Epochs(streams, timeline, capacity);

  function decide(question: Omit<Question, "notBefore">, since: number): Promise<boolean> {
    return engine.decide({ ...question, notBefore: Math.max(since, timeline() - staleMs) });
  }

  async function epochOf(channel: ChannelId, fresh: boolean): Promise<KnownEpoch> {
    return (fresh ? undefined : epochs.find(channel)) ?? epochs.load(channel);
  }

  changes.subscribe((changed) => {
    engine.changed(changed);
    for (const { resource } of changed) {
      if (typeOf(resource) === "channel") epochs.doubt(idOf(resource));
    }
  });

  return {
    check(user, permission, resource) {
      return decide(asking(user, permission, resource), Number.NEGATIVE_INFINITY);
    },
    async permit(user, permission, channel, fresh) {
      const { epoch, since } = await epochOf(channel, fresh === "fresh");
      const notBefore = fresh ? Math.max(since, timeline()) : since;
      const permitted = await decide(asking(user, permission, channelResource(channel)), notBefore);
      return permitted ? { epoch } : undefined;
    },
    async explain(user, permission, resource) {
      if (!schema.get(resource.type)?.permissions.has(permission)) return undefined;
      const question = asking(user, permission, resource);
      const permitted = await engine.decide({ ...question, notBefore: timeline() });
      return { permitted, ...(await explain(schema, readTuples, question)) };
    },
    listChanges: (asked) => readChanges(database.sql, asked),
    async write(tx, { touch = [], remove = [], by }) {
      const changed = [...remove, ...touch];
      if (changed.length === 0) return;
      for (const relationship of changed) refuseUnknown(schema, relationship);
      await writeTuples(tx, { remove, touch, by });
      tx.afterCommit(() => {
        changes.publish(changed);
        mirror?.wake();
      });
    },
  };
}

const asking = (user: UserId, permission: string, { type, id }: Resource<ResourceType>) => ({
  person: `${PERSON}:${user}`,
  permission,
  resource: `${type}:${id}`,
});

const idOf = (object: string): string => object.slice(object.indexOf(":") + 1);
