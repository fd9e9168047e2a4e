import { type Kysely, type Selectable, sql as text } from "kysely";
import type { AuthReads, SignIns } from "../application/store.ts";
import { deviceOf, forgottenBefore, type NewSignIn, type SignIn } from "../domain/sign-in.ts";
import type { AuthSchema, SignInRow } from "./schema.ts";

export function readSignIns(
  sql: Kysely<AuthSchema>,
): Pick<AuthReads, "listSignIns" | "noteSignIn" | "noteWrongPassword"> {
  return {
    async listSignIns({ orgId, userId, before, limit }) {
      let rows = sql.selectFrom("auth.sign_ins").selectAll().where("org_id", "=", orgId);
      if (userId !== undefined) rows = rows.where("user_id", "=", userId);
      if (before !== undefined) rows = rows.where("id", "<", before);
      const found = await rows.orderBy("id", "desc").limit(limit).execute();
      return found.map(toSignIn);
    },
    noteSignIn: (signIn) => add(sql, signIn),
    async noteWrongPassword(email, client, at) {
      await sql
        .insertInto("auth.sign_ins")
        .columns([
          "user_id",
          "org_id",
          "at",
          "method",
          "result",
          "address",
          "user_agent",
          "device",
          "new_device",
        ])
        .expression((from) =>
          from
            .selectFrom("auth.accounts")
            .select([
              "user_id",
              "org_id",
              text.val(at).as("at"),
              text.val("password").as("method"),
              text.val("wrongPassword").as("result"),
              text.val(client.address).as("address"),
              text.val(client.userAgent).as("user_agent"),
              text.val(deviceOf(client)).as("device"),
              text.val(false).as("new_device"),
            ])
            .where("email", "=", email),
        )
        .execute();
    },
  };
}

export function writeSignIns(sql: Kysely<AuthSchema>): SignIns {
  return {
    add: (signIn) => add(sql, signIn),
    async findKnown(userId, client) {
      const known = await sql
        .selectFrom("auth.sign_ins")
        .select("device")
        .where("user_id", "=", userId)
        .where("result", "=", "in")
        .orderBy((sorted) => sorted("device", "=", deviceOf(client)), "desc")
        .limit(1)
        .executeTakeFirst();
      if (known === undefined) return "none";
      return known.device === deviceOf(client) ? "this" : "others";
    },
  };
}

export async function forgetSignIns(sql: Kysely<AuthSchema>, now: Date): Promise<void> {
  await sql.deleteFrom("auth.sign_ins").where("at", "<=", forgottenBefore(now)).execute();
}

async function add(sql: Kysely<AuthSchema>, signIn: NewSignIn): Promise<void> {
  const { userId, orgId, at, method, result, address, userAgent, newDevice } = signIn;
  const row = { user_id: userId, org_id: orgId, at, method, result, address, user_agent: userAgent };
  await sql
    .insertInto("auth.sign_ins")
    .values({ ...row, device: deviceOf(signIn), new_device: newDevice })
    .execute();
}

function toSignIn(row: Selectable<SignInRow>): SignIn {
  return {
    id: row.id,
    userId: row.user_id,
    at: row.at,
    method: row.method,
    result: row.result,
    address: row.address,
    userAgent: row.user_agent,
    newDevice: row.new_device,
  };
}
