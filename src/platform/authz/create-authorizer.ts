import type { ChannelId, UserId } from "../../kernel/ids.ts";
import type { Database } from "../postgres/database.ts";
import type { Streams } from "../stream/streams.ts";
import { type Authorizer, channelResource, type Relationships, type Resource } from "./authorizer.ts";
import { loadSchema } from "./compile-schema.ts";
import { Epochs, type KnownEpoch } from "./epochs.ts";
import { FactCache, factKeyOf } from "./fact-cache.ts";
import { answer, type Question } from "./question.ts";
import { refuseUnknown } from "./relationship.ts";
import { PERSON, type Schema, typeOf } from "./schema.ts";
import { createTimeline } from "./timeline.ts";
import { readTuplesFrom, writeTuples } from "./tuple-store.ts";

export interface AuthorizerOptions {
  /** Of the role chatter_authz. */
  readonly database: Database<unknown>;
  readonly streams: Pick<Streams, "heads">;
  readonly schema?: Schema;
  /** How long after a removal by another server this one may still say yes to a `check`. */
  readonly staleMs?: number;
  /** What is kept in memory at most: two entries a person and channel in use, one a channel. */
  readonly capacity?: number;
  /** Milliseconds that only go forward. */
  readonly now?: () => number;
}

/**
 * Answers from facts in memory that it reads from the database where it must.
 *
 * - A write through this server takes effect here with its commit. One through another server takes effect
 *   at once where it grants, because a refusal is never given without asking the database, and after
 *   `staleMs` where it takes away.
 * - A permit is exact on every server: its facts were read after its epoch. Whoever takes away a right on a
 *   channel must raise the epoch in the same transaction (`streams.fence`); then either the facts show the
 *   removal, or the writer, who compares epochs under lock, finds that the permit is void.
 */
export function createAuthorizer(options: AuthorizerOptions): Authorizer & Relationships {
  const { database, streams, staleMs = 5_000, capacity = 100_000, now = () => performance.now() } = options;
  const schema = options.schema ?? loadSchema();
  const timeline = createTimeline(now);
  const cache = new FactCache(readTuplesFrom(database.sql), timeline, capacity);
  const epochs = new Epochs(streams, timeline, capacity);

  async function decide(question: Omit<Question, "notBefore">, since: number): Promise<boolean> {
    const asked = timeline();
    const notBefore = Math.max(since, asked - staleMs);
    if (await answer(schema, cache, { ...question, notBefore })) return true;
    // What was read for this question is not read again.
    return answer(schema, cache, { ...question, notBefore: Math.max(since, asked) });
  }

  async function epochOf(channel: ChannelId, fresh: boolean): Promise<KnownEpoch> {
    return (fresh ? undefined : epochs.find(channel)) ?? epochs.load(channel);
  }

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
    async write(tx, { touch = [], remove = [] }) {
      const changed = [...remove, ...touch];
      for (const relationship of changed) refuseUnknown(schema, relationship);
      await writeTuples(tx, { remove, touch });
      tx.afterCommit(() => {
        for (const relationship of changed) {
          cache.invalidate(factKeyOf(relationship));
          if (typeOf(relationship.resource) === "channel") epochs.doubt(idOf(relationship.resource));
        }
      });
    },
  };
}

const asking = (user: UserId, permission: string, { type, id }: Resource<"org" | "channel">) => ({
  person: `${PERSON}:${user}`,
  permission,
  resource: `${type}:${id}`,
});

const idOf = (object: string): string => object.slice(object.indexOf(":") + 1);
