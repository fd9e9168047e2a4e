import type { Kysely } from "kysely";
import type { OrgId, UserId } from "../../../kernel/ids.ts";
import type { Accounts, AuthReads, AuthTransaction } from "../application/store.ts";
import type { Account } from "../domain/account.ts";
import type { EmailAddress } from "../domain/email.ts";
import { refuse } from "../domain/errors.ts";
import type { AccountRow, AuthSchema } from "./schema.ts";

type AccountReads = Pick<AuthReads, "findOrg" | "findAccount" | "findAccountByEmail" | "listAccounts">;

export function readAccounts(sql: Kysely<AuthSchema>): AccountReads {
  const accounts = sql.selectFrom("auth.accounts").selectAll();
  return {
    async findOrg() {
      const row = await sql.selectFrom("auth.installation").select("org_id").executeTakeFirst();
      return row?.org_id;
    },
    async findAccount(userId) {
      const row = await accounts.where("user_id", "=", userId).executeTakeFirst();
      return row && toAccount(row);
    },
    findAccountByEmail: (email) => findByEmail(sql, email),
    async listAccounts(org, after, limit) {
      const theirs = accounts.where("org_id", "=", org).orderBy("email").limit(limit);
      const rows = await (after === undefined ? theirs : theirs.where("email", ">", after)).execute();
      return rows.map(toAccount);
    },
  };
}

export function writeAccounts(sql: Kysely<AuthSchema>): Accounts {
  return {
    async add(account) {
      const added = await sql
        .insertInto("auth.accounts")
        .values(toRow(account))
        .onConflict((conflict) => conflict.column("email").doNothing())
        .returning("user_id")
        .execute();
      return added.length === 1;
    },
    find: (userId) => lockAccount(sql, userId),
    async access(userId) {
      const account = await lockAccount(sql, userId);
      if (account === undefined) throw refuse("ACCOUNT_NOT_FOUND");
      return account;
    },
    findByEmail: (email) => findByEmail(sql, email),
    countOwners: (org) => countOwners(sql, org),
    async save(account) {
      const { user_id, ...row } = toRow(account);
      await sql.updateTable("auth.accounts").set(row).where("user_id", "=", user_id).execute();
    },
    async remove(userId) {
      await sql.deleteFrom("auth.links").where("user_id", "=", userId).execute();
      await sql.deleteFrom("auth.invitations").where("created_by", "=", userId).execute();
      await sql.deleteFrom("auth.accounts").where("user_id", "=", userId).execute();
    },
  };
}

/** An insert that finds another one under way waits for its end: of two founders one finds an organisation. */
export async function foundOrg(
  sql: Kysely<AuthSchema>,
  orgId: OrgId,
): ReturnType<AuthTransaction["foundOrg"]> {
  const founded = await sql
    .insertInto("auth.installation")
    .values({ org_id: orgId })
    .onConflict((conflict) => conflict.doNothing())
    .returning("org_id")
    .execute();
  if (founded.length === 1) return { orgId, founded: true };
  // Held, so that the organisation is not dissolved before the newcomer is seen in it.
  const there = await sql.selectFrom("auth.installation").select("org_id").forKeyShare().executeTakeFirst();
  return there === undefined ? foundOrg(sql, orgId) : { orgId: there.org_id, founded: false };
}

/** The organisation must be locked, as by `countOwners`: then nobody comes to it whom this does not see. */
export async function dissolveOrg(sql: Kysely<AuthSchema>, orgId: OrgId): Promise<boolean> {
  const somebody = sql.selectFrom("auth.accounts").select("user_id").where("org_id", "=", orgId);
  const dissolved = await sql
    .deleteFrom("auth.installation")
    .where("org_id", "=", orgId)
    .where(({ not, exists }) => not(exists(somebody)))
    .returning("org_id")
    .execute();
  return dissolved.length === 1;
}

async function findByEmail(sql: Kysely<AuthSchema>, email: EmailAddress): Promise<Account | undefined> {
  const row = await sql.selectFrom("auth.accounts").selectAll().where("email", "=", email).executeTakeFirst();
  return row && toAccount(row);
}

async function lockAccount(sql: Kysely<AuthSchema>, userId: UserId): Promise<Account | undefined> {
  const row = await sql
    .selectFrom("auth.accounts")
    .selectAll()
    .where("user_id", "=", userId)
    .forUpdate()
    .executeTakeFirst();
  return row && toAccount(row);
}

async function countOwners(sql: Kysely<AuthSchema>, org: OrgId): Promise<number> {
  await sql.selectFrom("auth.installation").select("org_id").where("org_id", "=", org).forUpdate().execute();
  const { owners } = await sql
    .selectFrom("auth.accounts")
    .select((count) => count.fn.countAll().as("owners"))
    .where("org_id", "=", org)
    .where("role", "=", "owner")
    .where("deactivated_at", "is", null)
    .executeTakeFirstOrThrow();
  return Number(owners);
}

export function toAccount(row: AccountRow): Account {
  return {
    userId: row.user_id,
    orgId: row.org_id,
    email: row.email,
    passwordHash: row.password_hash ?? undefined,
    role: row.role,
    emailVerifiedAt: row.email_verified_at ?? undefined,
    deactivatedAt: row.deactivated_at ?? undefined,
  };
}

function toRow(account: Account): AccountRow {
  return {
    user_id: account.userId,
    org_id: account.orgId,
    email: account.email,
    password_hash: account.passwordHash ?? null,
    role: account.role,
    email_verified_at: account.emailVerifiedAt ?? null,
    deactivated_at: account.deactivatedAt ?? null,
  };
}
