import type { Kysely } from "kysely";
import type { UserId } from "../../../kernel/ids.ts";
import type { AuthReads, Passkeys } from "../application/store.ts";
import type { NewPasskey, Passkey } from "../domain/passkey.ts";
import { toAccount } from "./account-repository.ts";
import type { AuthSchema, PasskeyRow, WaitingPasskey } from "./schema.ts";

export function readPasskeys(sql: Kysely<AuthSchema>): Pick<AuthReads, "findPasskey" | "listPasskeys"> {
  return {
    async findPasskey(credentialId) {
      const row = await sql
        .selectFrom("auth.passkeys")
        .innerJoin("auth.accounts", "auth.accounts.user_id", "auth.passkeys.user_id")
        .selectAll("auth.accounts")
        .selectAll("auth.passkeys")
        .where("credential_id", "=", credentialId)
        .executeTakeFirst();
      return row && { credential: toPasskey(row), account: toAccount(row) };
    },
    listPasskeys: (userId) => listPasskeys(sql, userId),
  };
}

export function writePasskeys(sql: Kysely<AuthSchema>): Passkeys {
  return {
    async add(passkey) {
      const added = await sql
        .insertInto("auth.passkeys")
        .values(toRow(passkey))
        .onConflict((conflict) => conflict.column("credential_id").doNothing())
        .returning("id")
        .execute();
      return added.length === 1;
    },
    list: (userId) => listPasskeys(sql, userId),
    async save(passkey) {
      const { id, ...row } = toRow(passkey);
      await sql.updateTable("auth.passkeys").set(row).where("id", "=", id).execute();
    },
    async remove(id) {
      await sql.deleteFrom("auth.passkeys").where("id", "=", id).execute();
    },
  };
}

export function waitingPasskey(passkey: NewPasskey): WaitingPasskey {
  return { ...passkey, publicKey: Buffer.from(passkey.publicKey).toString("base64url") };
}

export function readWaitingPasskey(waiting: WaitingPasskey): NewPasskey {
  return { ...waiting, publicKey: new Uint8Array(Buffer.from(waiting.publicKey, "base64url")) };
}

async function listPasskeys(sql: Kysely<AuthSchema>, userId: UserId): Promise<readonly Passkey[]> {
  const rows = await sql
    .selectFrom("auth.passkeys")
    .selectAll()
    .where("user_id", "=", userId)
    .orderBy("created_at")
    .orderBy("id")
    .execute();
  return rows.map(toPasskey);
}

function toPasskey(row: PasskeyRow): Passkey {
  return {
    id: row.id,
    userId: row.user_id,
    credentialId: row.credential_id,
    handle: row.handle,
    publicKey: new Uint8Array(row.public_key),
    counter: Number(row.counter),
    transports: row.transports,
    backedUp: row.backed_up,
    name: row.name,
    createdAt: row.created_at,
    lastUsedAt: row.last_used_at ?? undefined,
    suspectedAt: row.suspected_at ?? undefined,
  };
}

function toRow(passkey: Passkey): PasskeyRow {
  return {
    id: passkey.id,
    user_id: passkey.userId,
    credential_id: passkey.credentialId,
    handle: passkey.handle,
    public_key: Buffer.from(passkey.publicKey),
    counter: BigInt(passkey.counter),
    transports: passkey.transports,
    backed_up: passkey.backedUp,
    name: passkey.name,
    created_at: passkey.createdAt,
    last_used_at: passkey.lastUsedAt ?? null,
    suspected_at: passkey.suspectedAt ?? null,
  };
}
