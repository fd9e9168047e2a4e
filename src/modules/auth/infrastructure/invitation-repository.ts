import { type Kysely, type Selectable, sql as text } from "kysely";
import { OPERATOR } from "../../../kernel/actor.ts";
import type { UserId } from "../../../kernel/ids.ts";
import type { AuthReads, Invitations, MadeInvitation } from "../application/store.ts";
import { type Decider, operatorAsDecider } from "../domain/account.ts";
import type { Invitation } from "../domain/invitation.ts";
import { readAccounts, toAccount } from "./account-repository.ts";
import type { AuthSchema, InvitationRow } from "./schema.ts";

export function readInvitations(
  sql: Kysely<AuthSchema>,
): Pick<AuthReads, "findInvitation" | "listInvitations"> {
  return {
    async findInvitation(token) {
      const row = await unrevoked(sql).where("token_hash", "=", token).executeTakeFirst();
      return row && withMaker(sql, row);
    },
    async listInvitations(org, now) {
      const rows = await unrevoked(sql)
        .where("org_id", "=", org)
        .where("expires_at", ">", now)
        .where("uses_left", ">", 0)
        .orderBy("id", "desc")
        .execute();
      const makers = await sql
        .selectFrom("auth.accounts")
        .selectAll()
        .where("user_id", "=", text<UserId>`any(${rows.map((row) => row.created_by)})`)
        .execute();
      const makerOf = new Map(makers.map((row) => [row.user_id, toAccount(row)]));
      return rows.map((row) => ({
        invitation: toInvitation(row),
        maker: byOperator(row) ?? makerOf.get(row.created_by),
      }));
    },
  };
}

export function writeInvitations(sql: Kysely<AuthSchema>): Invitations {
  return {
    async add(invitation, token) {
      await sql
        .insertInto("auth.invitations")
        .values({
          id: invitation.id,
          org_id: invitation.orgId,
          token_hash: token,
          role: invitation.role,
          email: invitation.email ?? null,
          created_by: invitation.createdBy,
          created_at: invitation.createdAt,
          expires_at: invitation.expiresAt,
          uses_left: invitation.usesLeft,
        })
        .execute();
    },
    async countOpen(createdBy, now) {
      const { invitations } = await sql
        .selectFrom("auth.invitations")
        .select((count) => count.fn.countAll().as("invitations"))
        .where("created_by", "=", createdBy)
        .where("expires_at", ">", now)
        .where("uses_left", ">", 0)
        .where("revoked_at", "is", null)
        .executeTakeFirstOrThrow();
      return Number(invitations);
    },
    async findByToken(token) {
      const row = await unrevoked(sql).where("token_hash", "=", token).forUpdate().executeTakeFirst();
      return row && withMaker(sql, row);
    },
    async find(id) {
      const row = await unrevoked(sql).where("id", "=", id).forUpdate().executeTakeFirst();
      return row && toInvitation(row);
    },
    async save({ id, usesLeft }) {
      await sql.updateTable("auth.invitations").set({ uses_left: usesLeft }).where("id", "=", id).execute();
    },
    async revoke(id, at) {
      await sql.updateTable("auth.invitations").set({ revoked_at: at }).where("id", "=", id).execute();
    },
  };
}

function unrevoked(sql: Kysely<AuthSchema>) {
  return sql.selectFrom("auth.invitations").selectAll().where("revoked_at", "is", null);
}

async function withMaker(sql: Kysely<AuthSchema>, row: Selectable<InvitationRow>): Promise<MadeInvitation> {
  return {
    invitation: toInvitation(row),
    maker: byOperator(row) ?? (await readAccounts(sql).findAccount(row.created_by)),
  };
}

function byOperator(row: Selectable<InvitationRow>): Decider | undefined {
  return row.created_by === OPERATOR ? operatorAsDecider(row.org_id) : undefined;
}

function toInvitation(row: Selectable<InvitationRow>): Invitation {
  return {
    id: row.id,
    orgId: row.org_id,
    role: row.role,
    email: row.email ?? undefined,
    createdBy: row.created_by,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    usesLeft: row.uses_left,
  };
}
