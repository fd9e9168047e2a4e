import webPush from "web-push";
import type { Database } from "../../../../platform/postgres/database.ts";
import type { Encryption } from "../../../../platform/secrets/encryption.ts";
import type { Keeper } from "../../../../platform/secrets/rotation.ts";
import type { NotificationSchema } from "../schema.ts";

/** A key pair of P-256: a point, uncompressed, and a number. */
export interface VapidKeys {
  readonly publicKey: Uint8Array;
  readonly privateKey: Uint8Array;
}

export interface VapidKeysDeps {
  readonly database: Database<NotificationSchema>;
  readonly encryption: Encryption;
}

const ID = "vapid";
const CONTEXT = "notification.vapid_keys/vapid";

/**
 * The pair by which push services know this installation, the same for all its servers. It is made when it is first
 * asked for, and never changed: browsers take pushes of the one key with which they subscribed. Throws SecretsError
 * where it cannot be read.
 */
export function openVapidKeys({ database, encryption }: VapidKeysDeps): () => Promise<VapidKeys> {
  let opened: Promise<VapidKeys> | undefined;
  const open = async (): Promise<VapidKeys> => {
    const row = (await find(database)) ?? (await make(database, encryption));
    return { publicKey: row.public_key, privateKey: await encryption.decrypt(row.private_key, CONTEXT) };
  };
  return () => {
    opened ??= open().catch((error: unknown) => {
      opened = undefined;
      throw error;
    });
    return opened;
  };
}

/** Without the private half nobody can be sent anything: the pair goes, and with it who subscribed to it. */
export function vapidKeeper(database: Database<NotificationSchema>): Keeper {
  return {
    name: "notification.vapid_keys",
    async list(after, limit) {
      const rows = database.sql
        .selectFrom("notification.vapid_keys")
        .select(["id", "private_key as encrypted"])
        .where("id", ">", after as typeof ID)
        .limit(limit);
      return rows.execute();
    },
    async replace(_id, from, to) {
      const { numUpdatedRows } = await database.sql
        .updateTable("notification.vapid_keys")
        .set({ private_key: to })
        .where("private_key", "=", from)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },
    remove: () =>
      database.transaction(async ({ sql }) => {
        await sql.deleteFrom("notification.vapid_keys").execute();
        await sql.deleteFrom("notification.push_devices").execute();
      }),
  };
}

function find({ sql }: Pick<Database<NotificationSchema>, "sql">) {
  return sql.selectFrom("notification.vapid_keys").selectAll().executeTakeFirst();
}

/** Of servers that make one at the same time the first decides. */
async function make(database: Database<NotificationSchema>, encryption: Encryption) {
  const { publicKey, privateKey } = webPush.generateVAPIDKeys();
  const secret = await encryption.encrypt(Buffer.from(privateKey, "base64url"), CONTEXT);
  await database.sql
    .insertInto("notification.vapid_keys")
    .values({ id: ID, public_key: Buffer.from(publicKey, "base64url"), private_key: secret })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const kept = await find(database);
  if (kept === undefined) throw new Error("the key of this installation was taken away while it was made");
  return kept;
}
