import { type Encrypted, type EnvelopeEncryption, keyOf } from "./encryption.ts";
import { SecretsAwayError, SecretsError } from "./errors.ts";

/** A table that holds secrets. */
export interface Keeper {
  /** Such as auth.signing_keys. */
  readonly name: string;
  /** In the order of their ids, those after this one. */
  list(after: string, limit: number): Promise<readonly Kept[]>;
  /** False where it is another by now, or gone. */
  replace(id: string, from: Encrypted, to: Encrypted): Promise<boolean>;
  /** Takes away a secret that nobody can read any more, and what is nothing without it. */
  remove(id: string, encrypted: Encrypted): Promise<void>;
}

export interface Kept {
  readonly id: string;
  readonly encrypted: Encrypted;
}

const BATCH = 100;

/** What operators do about keys, while servers run. */
export class Rotation {
  readonly #encryption: EnvelopeEncryption;
  readonly #keepers: readonly Keeper[];

  constructor(encryption: EnvelopeEncryption, keepers: readonly Keeper[]) {
    this.#encryption = encryption;
    this.#keepers = keepers;
  }

  /** The version that writes, and how many secrets each version reads. */
  async status(): Promise<{ readonly current: string; readonly secrets: Readonly<Record<string, number>> }> {
    const secrets: Record<string, number> = {};
    for await (const { encrypted } of this.#all()) {
      const key = nameOf(keyOf(encrypted));
      secrets[key] = (secrets[key] ?? 0) + 1;
    }
    return { current: await this.#current(), secrets };
  }

  /** Makes a version that does not write yet; answers its name. */
  async prepare(): Promise<string> {
    const { ring } = this.#encryption;
    return nameOf({ ring: ring.name, version: await ring.prepare() });
  }

  /** From now on a new version writes; what others wrote stays readable. */
  async rotate(): Promise<string> {
    const { ring } = this.#encryption;
    return nameOf({ ring: ring.name, version: await ring.rotate() });
  }

  /**
   * Brings every secret under the current version, one by one; after an interruption the next call goes on
   * with the rest. Answers how many it was. Throws SecretsError after the last, where some could not be.
   */
  async rewrap(): Promise<number> {
    const unreadable: string[] = [];
    let count = 0;
    const current = await this.#current();
    for await (const { keeper, id, encrypted } of this.#all()) {
      if (nameOf(keyOf(encrypted)) === current) continue;
      const rewrapped = await this.#rewrapped(encrypted);
      if (rewrapped === undefined) unreadable.push(`${keeper.name}/${id}`);
      else if (await keeper.replace(id, encrypted, rewrapped)) count += 1;
    }
    if (unreadable.length === 0) return count;
    throw new SecretsError(`These cannot be read, and stay as they are: ${unreadable.join(", ")}`);
  }

  /** Takes away what cannot be read because its key is lost; answers the names. */
  async giveUpUnreadable(): Promise<readonly string[]> {
    const lost: string[] = [];
    for await (const { keeper, id, encrypted } of this.#all()) {
      if ((await this.#rewrapped(encrypted)) !== undefined) continue;
      await keeper.remove(id, encrypted);
      lost.push(`${keeper.name}/${id}`);
    }
    return lost;
  }

  /** Gives older versions up. Throws SecretsError where something is still encrypted by one. */
  async forget(): Promise<void> {
    const { current, secrets } = await this.status();
    const others = Object.keys(secrets).filter((key) => key !== current);
    if (others.length > 0)
      throw new SecretsError(`Secrets are still encrypted by ${others.join(", ")}: rewrap them first.`);
    const { ring } = this.#encryption;
    await ring.forgetBefore(await ring.current());
  }

  /** Undefined where it cannot be read, and that will not change by waiting. */
  async #rewrapped(encrypted: Encrypted): Promise<Encrypted | undefined> {
    try {
      return await this.#encryption.rewrap(encrypted);
    } catch (error) {
      if (!(error instanceof SecretsError) || error instanceof SecretsAwayError) throw error;
      return undefined;
    }
  }

  async #current(): Promise<string> {
    const { ring } = this.#encryption;
    return nameOf({ ring: ring.name, version: await ring.current() });
  }

  async *#all(): AsyncGenerator<Kept & { readonly keeper: Keeper }> {
    for (const keeper of this.#keepers) {
      let batch = await keeper.list("", BATCH);
      for (; batch.length > 0; batch = await keeper.list(batch.at(-1)?.id ?? "", BATCH))
        yield* batch.map((kept) => ({ ...kept, keeper }));
    }
  }
}

const nameOf = ({ ring, version }: ReturnType<typeof keyOf>): string => `${ring} ${version}`;
