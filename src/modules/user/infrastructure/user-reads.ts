import { type Kysely, sql as text } from "kysely";
import type { UserId } from "../../../kernel/ids.ts";
import type { Search, UserReads } from "../application/ports.ts";
import { toPreferences, toUser } from "./rows.ts";
import type { UserSchema } from "./schema.ts";

export function createUserReads(sql: Kysely<UserSchema>): UserReads {
  return {
    findOrg: (id) => sql.selectFrom("users.orgs").selectAll().where("id", "=", id).executeTakeFirst(),
    async findUsers(ids) {
      const rows = await sql.selectFrom("users.users").selectAll().where("id", "=", anyOf(ids)).execute();
      return rows.map(toUser);
    },
    async findByHandle(orgId, handle) {
      const people = sql.selectFrom("users.users").selectAll().where("org_id", "=", orgId);
      const row = await people.where("handle", "=", handle).executeTakeFirst();
      return row && toUser(row);
    },
    async listUsers(search) {
      const rows = await findRows(sql, search).execute();
      return rows.map(toUser);
    },
    async pageOfOrg(orgId, after = "", limit) {
      const people = sql.selectFrom("users.users").selectAll().where("org_id", "=", orgId);
      const page = people.where(text<boolean>`id > ${after}`).orderBy("id").limit(limit);
      return (await page.execute()).map(toUser);
    },
    findAvatar: (userId, name) =>
      sql
        .selectFrom("users.avatars")
        .select(["type", "bytes"])
        .where("user_id", "=", userId)
        .where("name", "=", name)
        .executeTakeFirst(),
    async findPreferences(userId) {
      const row = await sql
        .selectFrom("users.preferences")
        .selectAll()
        .where("user_id", "=", userId)
        .executeTakeFirst();
      return row && toPreferences(row);
    },
  };
}

function findRows(sql: Kysely<UserSchema>, { contained, among, after, limit, ...search }: Search) {
  return candidates(sql, search)
    .$if(contained !== "", (query) =>
      query.where(
        text<boolean>`users.ends_of(folded_name, handle) @@ ${beginningOfEnds(contained)}::tsquery`,
      ),
    )
    .$if(among !== undefined, (query) => query.where("id", "=", anyOf([...(among ?? [])])))
    .$if(after !== undefined, (query) =>
      query.where(text<boolean>`(folded_name, id) > (${after?.name}, ${after?.id})`),
    )
    .orderBy("folded_name")
    .orderBy("id")
    .limit(limit);
}

/** Each word as a beginning of an end, in the notation of a query. */
function beginningOfEnds(contained: string): string {
  const words = contained.split(/ +/).filter((word) => word !== "");
  return words.map((word) => `'${word.replace(/['\\]/g, "$&$&")}':*`).join(" & ");
}

/** Index: find_users where somebody is looked for, or else list_users, read in its order until the page is full. */
function candidates(
  sql: Kysely<UserSchema>,
  { orgId, includeDeactivated, groupId, guestsOnly, contactsOf }: Candidates,
) {
  return sql
    .selectFrom("users.users")
    .selectAll()
    .where("org_id", "=", orgId)
    .$if(!includeDeactivated, (query) => query.where("deactivated", "=", false))
    .$if(guestsOnly, (query) => query.where("guest", "=", true))
    .$if(groupId !== undefined, (query) =>
      query.where(text<boolean>`id in (select user_id from users.group_members where group_id = ${groupId})`),
    )
    .$if(contactsOf !== undefined, (query) =>
      query.where(text<boolean>`id in (select contact_id from users.contacts where user_id = ${contactsOf})`),
    );
}

type Candidates = Omit<Search, "contained" | "among" | "after" | "limit">;

const anyOf = (ids: readonly UserId[]) => text<UserId>`any(${ids})`;
