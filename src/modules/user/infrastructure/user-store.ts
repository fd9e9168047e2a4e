import type { Kysely } from "kysely";
import type { UserId } from "../../../kernel/ids.ts";
import type { EventBus, PublishedEvent } from "../../../platform/outbox/event-bus.ts";
import type { Database, Transaction } from "../../../platform/postgres/database.ts";
import type { Append, Streams } from "../../../platform/stream/streams.ts";
import type { UserStore, UserTransaction } from "../application/ports.ts";
import { refuse } from "../domain/errors.ts";
import type { UserEvent } from "../domain/events.ts";
import type { User } from "../domain/user.ts";
import { groupHasHandle, lockHandle } from "./groups/claim-handle.ts";
import { fromPreferences, fromUser, toPreferences, toUser } from "./rows.ts";
import type { UserSchema } from "./schema.ts";
import { createUserReads } from "./user-reads.ts";

export interface UserStoreDeps {
  readonly database: Database<UserSchema>;
  readonly streams: Streams;
  readonly bus: EventBus;
  /** How events look outside: as entries of personal streams, and in the published language. */
  readonly encoding: {
    readonly entries: (event: UserEvent) => readonly Append[];
    readonly published: (event: UserEvent) => readonly PublishedEvent[];
  };
}

export function createUserStore(deps: UserStoreDeps): UserStore {
  const { database } = deps;
  return {
    read: createUserReads(database.sql),
    transact: (work) => database.transaction((tx) => work(transactionOn(tx, deps))),
  };
}

function transactionOn(tx: Transaction<UserSchema>, deps: UserStoreDeps): UserTransaction {
  const { sql } = tx;
  return {
    ...orgsIn(sql),
    ...usersIn(sql),
    ...belongingsIn(sql),
    record: (events) => record(tx, deps, events),
  };
}

function orgsIn(sql: Kysely<UserSchema>): Pick<UserTransaction, "addOrg" | "renameOrg"> {
  return {
    async addOrg(org) {
      await sql
        .insertInto("users.orgs")
        .values(org)
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    },
    async renameOrg({ id, name }) {
      const renamed = await sql
        .updateTable("users.orgs")
        .set({ name })
        .where("id", "=", id)
        .returning("id")
        .execute();
      if (renamed.length === 0) throw refuse("ORG_NOT_FOUND");
    },
  };
}

function usersIn(
  sql: Kysely<UserSchema>,
): Pick<UserTransaction, "findUser" | "addUser" | "accessUser" | "claimHandle" | "saveUser" | "removeUser"> {
  const userById = (id: UserId) => sql.selectFrom("users.users").selectAll().where("id", "=", id);
  return {
    async findUser(id) {
      const row = await userById(id).executeTakeFirst();
      return row && toUser(row);
    },
    async addUser(user) {
      await lockHandle(sql, user.orgId, user.handle);
      if (await groupHasHandle(sql, user.orgId, user.handle)) return false;
      const added = await sql
        .insertInto("users.users")
        .values(fromUser(user))
        .onConflict((conflict) => conflict.doNothing())
        .returning("id")
        .execute();
      return added.length === 1;
    },
    async accessUser(id) {
      const row = await userById(id).forUpdate().executeTakeFirst();
      if (row === undefined) throw refuse("USER_NOT_FOUND");
      return toUser(row);
    },
    async claimHandle({ orgId, handle }) {
      await lockHandle(sql, orgId, handle);
      if (await groupHasHandle(sql, orgId, handle)) throw refuse("HANDLE_TAKEN");
    },
    saveUser: (user) => saveUser(sql, user),
    removeUser: (user) => removeUser(sql, user),
  };
}

async function removeUser(sql: Kysely<UserSchema>, { id, orgId }: User): Promise<void> {
  await sql.deleteFrom("users.avatars").where("user_id", "=", id).execute();
  await sql.deleteFrom("users.preferences").where("user_id", "=", id).execute();
  await sql.deleteFrom("users.users").where("id", "=", id).execute();
  const others = sql.selectFrom("users.users").select("id").where("org_id", "=", orgId);
  await sql
    .deleteFrom("users.orgs")
    .where("id", "=", orgId)
    .where(({ not, exists }) => not(exists(others)))
    .execute();
}

async function saveUser(sql: Kysely<UserSchema>, user: User): Promise<void> {
  const { id, ...row } = fromUser(user);
  try {
    await sql.updateTable("users.users").set(row).where("id", "=", id).execute();
  } catch (error) {
    if (isTaken(error)) throw refuse("HANDLE_TAKEN");
    throw error;
  }
}

/** The handle is all that is unique among people besides their ids. */
function isTaken(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "23505";
}

function belongingsIn(
  sql: Kysely<UserSchema>,
): Pick<UserTransaction, "saveAvatar" | "findPreferences" | "savePreferences" | "forgetPreferences"> {
  return {
    async saveAvatar(userId, avatar) {
      await sql.deleteFrom("users.avatars").where("user_id", "=", userId).execute();
      if (avatar === undefined) return;
      const { name, type } = avatar;
      const bytes = Buffer.from(avatar.bytes);
      await sql.insertInto("users.avatars").values({ user_id: userId, name, type, bytes }).execute();
    },
    async findPreferences(userId) {
      const row = await sql
        .selectFrom("users.preferences")
        .selectAll()
        .where("user_id", "=", userId)
        .forUpdate()
        .executeTakeFirst();
      return row && toPreferences(row);
    },
    async savePreferences(userId, preferences) {
      const row = fromPreferences(preferences);
      await sql
        .insertInto("users.preferences")
        .values({ user_id: userId, ...row })
        .onConflict((conflict) => conflict.column("user_id").doUpdateSet(row))
        .execute();
    },
    async forgetPreferences(userId) {
      await sql.deleteFrom("users.preferences").where("user_id", "=", userId).execute();
    },
  };
}

async function record(
  tx: Transaction<UserSchema>,
  { streams, bus, encoding }: UserStoreDeps,
  events: readonly UserEvent[],
): Promise<void> {
  const entries = events.flatMap((event) => encoding.entries(event));
  if (entries.length > 0) await streams.append(tx, entries);
  await bus.dispatch(
    tx,
    events.flatMap((event) => encoding.published(event)),
  );
}
