import { randomBytes } from "node:crypto";
import { SecretsError } from "./errors.ts";
import type { KeyRing, Wrapped } from "./key-ring.ts";
import { KEY_BYTES, seal, unseal } from "./sealed.ts";

declare const encrypted: unique symbol;
/** What is stored in place of a secret: a line of printable characters, some 150 longer than the secret. */
export type Encrypted = string & { readonly [encrypted]: true };

/**
 * Encrypts what must be stored and be readable again. The context names what the secret belongs to, such as
 * auth.signing_keys/k1: encrypted for one thing it cannot be passed off as that of another.
 */
export interface Encryption {
  encrypt(secret: Uint8Array, context: string): Promise<Encrypted>;
  /** Throws SecretsError where the context is another one, the text was changed, or its key is missing. */
  decrypt(text: Encrypted, context: string): Promise<Buffer>;
}

interface Parts {
  readonly ring: string;
  readonly wrapped: Wrapped;
  readonly sealed: string;
}

const FORMAT = "v1";

/**
 * Each secret under a key of its own, which stands beside it, encrypted by a ring. So a ring never sees a
 * secret, and a new version of its key changes some bytes of what is stored, whatever the secret's size.
 */
export class EnvelopeEncryption implements Encryption {
  readonly ring: KeyRing;
  readonly #rings: ReadonlyMap<string, KeyRing>;

  /** The first ring writes; what the others wrote can be read. */
  constructor(ring: KeyRing, ...others: readonly KeyRing[]) {
    this.ring = ring;
    this.#rings = new Map([ring, ...others].map((each) => [each.name, each]));
  }

  /** The same, but written by that ring, which so far could only read. */
  writtenBy(name: KeyRing["name"]): EnvelopeEncryption {
    return new EnvelopeEncryption(this.#ringOf(name), ...this.#rings.values());
  }

  async encrypt(secret: Uint8Array, context: string): Promise<Encrypted> {
    const dataKey = randomBytes(KEY_BYTES);
    const wrapped = await this.ring.wrap(dataKey);
    const sealed = seal(dataKey, secret, context).toString("base64url");
    return textOf({ ring: this.ring.name, wrapped, sealed });
  }

  async decrypt(text: Encrypted, context: string): Promise<Buffer> {
    const { ring, wrapped, sealed } = partsOf(text);
    const dataKey = await this.#ringOf(ring).unwrap(wrapped);
    try {
      return unseal(dataKey, Buffer.from(sealed, "base64url"), context);
    } catch {
      throw new SecretsError(`The secret of ${context} is damaged, or was encrypted for something else.`);
    }
  }

  /** The same secret under the current version of the key. */
  async rewrap(text: Encrypted): Promise<Encrypted> {
    const { ring, wrapped, sealed } = partsOf(text);
    const dataKey = await this.#ringOf(ring).unwrap(wrapped);
    return textOf({ ring: this.ring.name, wrapped: await this.ring.wrap(dataKey), sealed });
  }

  #ringOf(name: string): KeyRing {
    const ring = this.#rings.get(name);
    if (ring !== undefined) return ring;
    throw new SecretsError(`Secrets in the database are encrypted by ${name}: set VAULT_ADDR again.`);
  }
}

/** Which version of which ring's key reads this. */
export function keyOf(text: Encrypted): { readonly ring: string; readonly version: number } {
  const { ring, wrapped } = partsOf(text);
  return { ring, version: wrapped.version };
}

function textOf({ ring, wrapped, sealed }: Parts): Encrypted {
  return [FORMAT, ring, wrapped.version, wrapped.text, sealed].join(".") as Encrypted;
}

function partsOf(text: Encrypted): Parts {
  const [format, ring, version, wrapped, sealed, ...more] = text.split(".");
  if (
    format !== FORMAT ||
    ring === undefined ||
    wrapped === undefined ||
    sealed === undefined ||
    more.length > 0
  )
    throw new SecretsError("A secret in the database is not in a form that this version knows.");
  return { ring, wrapped: { version: Number(version), text: wrapped }, sealed };
}
