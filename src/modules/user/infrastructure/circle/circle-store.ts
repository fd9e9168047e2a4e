import { type Kysely, sql as text } from "kysely";
import type { UserId } from "../../../../kernel/ids.ts";
import type { PublishedEvent } from "../../../../platform/outbox/event-bus.ts";
import type { Transaction } from "../../../../platform/postgres/database.ts";
import type { CircleStore, CircleTransaction } from "../../application/circle/ports.ts";
import { type CircleChange, concerned } from "../../domain/circle.ts";
import { type RecordingDeps, tell } from "../recording.ts";
import type { UserSchema } from "../schema.ts";
import { apartFrom, findCircle, requestBetween, sizesOf } from "./read-circle.ts";
import { forgetCircle, writeChange } from "./write-circle.ts";

export interface CircleStoreDeps extends RecordingDeps {
  readonly published: (change: CircleChange) => readonly PublishedEvent[];
}

type Db = Kysely<UserSchema>;

/** Whoever changes what there is between two people claims it first; rows are only written under the claim. */
export function createCircleStore(deps: CircleStoreDeps): CircleStore {
  const { database } = deps;
  return {
    find: (userId) => findCircle(database.sql, userId),
    apartFrom: (userId) => apartFrom(database.sql, userId),
    async areApart(a, b) {
      return (await hasBlocked(database.sql, a, b)) || (await hasBlocked(database.sql, b, a));
    },
    transact: (work) => database.transaction((tx) => work(transactionOn(tx, deps))),
  };
}

function transactionOn(tx: Transaction<UserSchema>, deps: CircleStoreDeps): CircleTransaction {
  const { sql } = tx;
  return {
    async accessBetween(by, other) {
      await claimBetween(sql, by, other);
      const contact = await sql
        .selectFrom("users.contacts")
        .select("user_id")
        .where("user_id", "=", by)
        .where("contact_id", "=", other)
        .executeTakeFirst();
      return {
        areContacts: contact !== undefined,
        sent: await requestBetween(sql, by, other),
        received: await requestBetween(sql, other, by),
        blocked: await hasBlocked(sql, by, other),
      };
    },
    sizes: (userId, now) => sizesOf(sql, userId, now),
    async record(changes, at) {
      if (changes.length === 0) return [];
      const people: UserId[] = [];
      for (const change of changes) {
        people.push(...concerned(change, await isShown(sql, change)));
        await writeChange(sql, change);
      }
      return tell(tx, deps, { people, at, published: changes.flatMap(deps.published) });
    },
    async forget(userId, at) {
      const { known, apart } = await forgetCircle(sql, userId);
      const published = apart.flatMap((other) => deps.published({ type: "unblocked", by: userId, other }));
      await tell(tx, deps, { people: [...known, ...apart], at, published });
    },
  };
}

async function claimBetween(sql: Db, a: UserId, b: UserId): Promise<void> {
  const pair = [a, b].toSorted().join(" ");
  await text`select pg_advisory_xact_lock(hashtextextended(${`users.between ${pair}`}, 0))`.execute(sql);
}

/** Who blocked somebody hears nothing of what they ask. */
async function isShown(sql: Db, change: CircleChange): Promise<boolean> {
  return !("request" in change) || !(await hasBlocked(sql, change.request.to, change.request.from));
}

async function hasBlocked(sql: Db, userId: UserId, blocked: UserId): Promise<boolean> {
  const block = await sql
    .selectFrom("users.blocks")
    .select("user_id")
    .where("user_id", "=", userId)
    .where("blocked_id", "=", blocked)
    .executeTakeFirst();
  return block !== undefined;
}
