import { type Kysely, sql as text } from "kysely";
import type { Clock } from "../../../../kernel/clock.ts";
import type { GroupId, OrgId, UserId } from "../../../../kernel/ids.ts";
import type { PublishedEvent } from "../../../../platform/outbox/event-bus.ts";
import type { Transaction } from "../../../../platform/postgres/database.ts";
import type { CountedGroup, GroupStore, GroupTransaction } from "../../application/groups/ports.ts";
import { refuse } from "../../domain/errors.ts";
import type { GroupEvent } from "../../domain/group.ts";
import { type RecordingDeps, tell } from "../recording.ts";
import type { UserSchema } from "../schema.ts";
import { groupHasHandle, lockHandle, personHasHandle } from "./claim-handle.ts";
import { rightsChangedBy, writeGroup } from "./write-group.ts";

export interface GroupStoreDeps extends RecordingDeps {
  readonly clock: Clock;
  readonly published: (event: GroupEvent) => readonly PublishedEvent[];
}

type Db = Kysely<UserSchema>;

export function createGroupStore(deps: GroupStoreDeps): GroupStore {
  const { sql } = deps.database;
  return {
    async list(orgId) {
      const rows = await counted(sql).where("g.org_id", "=", orgId).orderBy("g.handle").execute();
      return rows.map(toGroup);
    },
    async find(id) {
      const row = await counted(sql).where("g.id", "=", id).executeTakeFirst();
      return row && toGroup(row);
    },
    async members(id, { after = "", limit }) {
      const rows = await membersOf(sql, id).where(text<boolean>`user_id > ${after}`).limit(limit).execute();
      return rows.map(({ user_id }) => user_id);
    },
    groupsOf: (userId) => groupsOf(sql, userId),
    async inGroups(groups, people) {
      if (groups.length === 0) return new Map();
      const rows = await sql
        .selectFrom("users.group_members")
        .select(["user_id", "group_id"])
        .where(text<boolean>`group_id = any(${groups}) and user_id = any(${people})`)
        .execute();
      return new Map(rows.map(({ user_id, group_id }) => [user_id, group_id]));
    },
    async groupsWith(people) {
      const rows = await sql
        .selectFrom("users.group_members")
        .select("group_id")
        .distinct()
        .where(text<boolean>`user_id = any(${[...people]})`)
        .execute();
      return new Set(rows.map(({ group_id }) => group_id));
    },
    transact: (work) => deps.database.transaction((tx) => work(transactionOn(tx, deps))),
  };
}

function transactionOn(tx: Transaction<UserSchema>, deps: GroupStoreDeps): GroupTransaction {
  const { sql } = tx;
  return {
    async claimHandle(orgId, handle) {
      await lockHandle(sql, orgId, handle);
      const taken = await Promise.all([
        personHasHandle(sql, orgId, handle),
        groupHasHandle(sql, orgId, handle),
      ]);
      if (taken.includes(true)) throw refuse("HANDLE_TAKEN");
    },
    countGroups: (orgId) => countGroups(sql, orgId),
    async accessGroup(id, orgId) {
      const locked = await sql
        .selectFrom("users.groups")
        .select("org_id")
        .where("id", "=", id)
        .forUpdate()
        .execute();
      const row = await counted(sql).where("g.id", "=", id).executeTakeFirst();
      if (row === undefined || locked[0]?.org_id !== orgId) throw refuse("GROUP_NOT_FOUND");
      return toGroup(row);
    },
    async present(id, people) {
      const rows = await membersOf(sql, id).where(text<boolean>`user_id = any(${people})`).execute();
      return new Set(rows.map(({ user_id }) => user_id));
    },
    async everybodyIn(id) {
      return (await membersOf(sql, id).execute()).map(({ user_id }) => user_id);
    },
    groupsOf: (userId) => groupsOf(sql, userId),
    async record(events, by) {
      for (const event of events) await writeGroup(sql, event);
      const rights = events.map(rightsChangedBy);
      const told = await tell(tx, deps, {
        people: events.flatMap((event) => ("userIds" in event ? event.userIds : [])),
        at: deps.clock.now(),
        published: events.flatMap(deps.published),
      });
      await deps.relationships.write(tx, {
        touch: rights.flatMap(({ touch }) => touch),
        remove: rights.flatMap(({ remove }) => remove),
        by,
      });
      return told;
    },
  };
}

const counted = (sql: Db) =>
  sql.selectFrom("users.groups as g").select((eb) => [
    ...(["g.id", "g.org_id", "g.handle", "g.name", "g.description"] as const),
    eb
      .selectFrom("users.group_members as m")
      .select((members) => members.cast<number>(members.fn.countAll(), "integer").as("count"))
      .whereRef("m.group_id", "=", "g.id")
      .as("member_count"),
  ]);

type CountedRow = Awaited<ReturnType<ReturnType<typeof counted>["executeTakeFirstOrThrow"]>>;

const toGroup = ({ org_id, member_count, ...row }: CountedRow): CountedGroup => ({
  ...row,
  orgId: org_id,
  memberCount: member_count ?? 0,
});

const membersOf = (sql: Db, id: GroupId) =>
  sql.selectFrom("users.group_members").select("user_id").where("group_id", "=", id).orderBy("user_id");

async function groupsOf(sql: Db, userId: UserId): Promise<readonly GroupId[]> {
  const rows = await sql
    .selectFrom("users.group_members")
    .select("group_id")
    .where("user_id", "=", userId)
    .execute();
  return rows.map(({ group_id }) => group_id);
}

async function countGroups(sql: Db, orgId: OrgId): Promise<number> {
  await sql.selectFrom("users.orgs").select("id").where("id", "=", orgId).forUpdate().execute();
  const { count } = await sql
    .selectFrom("users.groups")
    .select((eb) => eb.cast<number>(eb.fn.countAll(), "integer").as("count"))
    .where("org_id", "=", orgId)
    .executeTakeFirstOrThrow();
  return count;
}
