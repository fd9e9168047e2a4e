import { hkdfSync, randomBytes } from "node:crypto";
import { type Kysely, sql as text } from "kysely";
import type { Clock } from "../../../kernel/clock.ts";
import type { Database } from "../../../platform/postgres/database.ts";
import type { Encrypted, Encryption } from "../../../platform/secrets/encryption.ts";
import type { Keeper } from "../../../platform/secrets/rotation.ts";
import type { AuthSchema, SigningKeyRow } from "./schema.ts";

export interface SigningKey {
  /** Names it, in the header of what it signs. */
  readonly kid: string;
  readonly secret: Uint8Array;
}

export interface SigningKeysDeps {
  readonly clock: Clock;
  readonly database: Database<AuthSchema>;
  readonly encryption: Encryption;
}

/** Of the tokens that were signed before keys had names. */
export const NAMELESS = "installation";

const BYTES = 32;
// Another server learns within this time that a key was retired, and signs with it until then.
const FRESH_MS = 60_000;
// That, the ten minutes of a token, and a minute by which clocks may differ.
const HONOURED_MS = FRESH_MS + 11 * 60_000;

/** The keys that sign access tokens. They are stored encrypted, and every server of an installation has all. */
export class SigningKeys {
  readonly #deps: SigningKeysDeps;
  #rows: readonly SigningKeyRow[] = [];
  #readAt = new Date(0);
  /** By kid. A key never changes, so that each is decrypted once. */
  readonly #secrets = new Map<string, Uint8Array>();

  constructor(deps: SigningKeysDeps) {
    this.#deps = deps;
  }

  /**
   * Makes the first key where there is none, of the secret that an earlier version kept for it if there is
   * one. Throws SecretsError where keys are there and cannot be read.
   */
  async open(earlier?: Uint8Array): Promise<void> {
    await this.#deps.database.transaction(async ({ sql }) => {
      await lock(sql);
      const found = await sql.selectFrom("auth.signing_keys").select("kid").limit(1).executeTakeFirst();
      if (found !== undefined) return;
      await this.#add(sql, earlier ? { kid: NAMELESS, secret: derived(earlier) } : newKey());
    });
    await this.#read();
    for (const row of this.#rows) await this.#decrypted(row);
  }

  /** The one that signs now. */
  async newest(): Promise<SigningKey> {
    await this.#refresh();
    if (this.#rows.length === 0) await this.open();
    const row = this.#rows.find(({ retired_at }) => retired_at === null);
    if (row === undefined) throw new Error("there is no key to sign access tokens with");
    return this.#decrypted(row);
  }

  /** Undefined where there is no such key, or what it signed has expired long since. */
  async find(kid: string): Promise<SigningKey | undefined> {
    await this.#refresh();
    const known = this.#honoured(kid);
    if (known === undefined) await this.#read();
    const row = known ?? this.#honoured(kid);
    return row && this.#decrypted(row);
  }

  /** From now on another key signs. What was signed before stays valid until it expires. */
  async renew(): Promise<void> {
    await this.#deps.database.transaction(async ({ sql }) => {
      await lock(sql);
      await sql
        .updateTable("auth.signing_keys")
        .set({ retired_at: this.#deps.clock.now() })
        .where("retired_at", "is", null)
        .execute();
      await this.#add(sql, newKey());
    });
    await this.#read();
  }

  /** Deletes keys that nothing valid was signed with. */
  async forgetRetired(): Promise<void> {
    const { sql } = this.#deps.database;
    await sql.deleteFrom("auth.signing_keys").where("retired_at", "<=", this.#honouredSince()).execute();
  }

  readonly keeper: Keeper = {
    name: "auth.signing_keys",
    list: (after, limit) =>
      this.#deps.database.sql
        .selectFrom("auth.signing_keys")
        .select(["kid as id", "secret as encrypted"])
        .where("kid", ">", after)
        .orderBy("kid")
        .limit(limit)
        .execute(),
    replace: async (kid, from, to) => {
      const { numUpdatedRows } = await this.#deps.database.sql
        .updateTable("auth.signing_keys")
        .set({ secret: to })
        .where("kid", "=", kid)
        .where("secret", "=", from)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },
    remove: async (kid) => {
      await this.#deps.database.sql.deleteFrom("auth.signing_keys").where("kid", "=", kid).execute();
    },
  };

  #honoured(kid: string): SigningKeyRow | undefined {
    const row = this.#rows.find((each) => each.kid === kid);
    return row && (row.retired_at === null || row.retired_at > this.#honouredSince()) ? row : undefined;
  }

  #honouredSince(): Date {
    return new Date(this.#deps.clock.now().getTime() - HONOURED_MS);
  }

  async #refresh(): Promise<void> {
    const age = this.#deps.clock.now().getTime() - this.#readAt.getTime();
    if (age > FRESH_MS) await this.#read();
  }

  async #read(): Promise<void> {
    const readAt = this.#deps.clock.now();
    this.#rows = await this.#deps.database.sql.selectFrom("auth.signing_keys").selectAll().execute();
    this.#readAt = readAt;
  }

  async #decrypted({ kid, secret: encrypted }: SigningKeyRow): Promise<SigningKey> {
    const secret = this.#secrets.get(kid) ?? (await this.#deps.encryption.decrypt(encrypted, contextOf(kid)));
    this.#secrets.set(kid, secret);
    return { kid, secret };
  }

  async #add(sql: Kysely<AuthSchema>, { kid, secret }: SigningKey): Promise<void> {
    const encrypted: Encrypted = await this.#deps.encryption.encrypt(secret, contextOf(kid));
    const created_at = this.#deps.clock.now();
    const row: SigningKeyRow = { kid, secret: encrypted, created_at, retired_at: null };
    await sql.insertInto("auth.signing_keys").values(row).execute();
  }
}

/** Of those who make keys each waits for the others, so that one of them signs. */
async function lock(sql: Kysely<AuthSchema>): Promise<void> {
  await text`lock table auth.signing_keys in share row exclusive mode`.execute(sql);
}

const newKey = () => ({ kid: randomBytes(9).toString("base64url"), secret: randomBytes(BYTES) });

const contextOf = (kid: string): string => `auth.signing_keys/${kid}`;

function derived(secret: Uint8Array): Uint8Array {
  return new Uint8Array(hkdfSync("sha256", secret, "", "chatter access tokens", BYTES));
}
