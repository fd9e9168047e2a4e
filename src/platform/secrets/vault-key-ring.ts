import { z } from "zod";
import { SecretsError } from "./errors.ts";
import type { KeyRing, Wrapped } from "./key-ring.ts";
import { Transit, type TransitSettings } from "./transit.ts";

const keyAnswer = z.object({ latest_version: z.int().positive() });
const encryptAnswer = z.object({ ciphertext: z.string().regex(/^vault:v\d+:[\w+/=]+$/) });
const decryptAnswer = z.object({ plaintext: z.base64() });

/** A key in the transit engine of Vault or OpenBao, which no server of ours ever sees. */
export class VaultKeyRing implements KeyRing {
  readonly name = "vault";
  readonly #transit: Transit;

  private constructor(transit: Transit) {
    this.#transit = transit;
  }

  /** Makes the key where there is none. Throws SecretsError where Vault does not let it. */
  static async open(settings: TransitSettings): Promise<VaultKeyRing> {
    const transit = new Transit(settings);
    if ((await transit.findKey()) === undefined) await transit.makeKey();
    const ring = new VaultKeyRing(transit);
    await ring.current();
    return ring;
  }

  async wrap(dataKey: Uint8Array): Promise<Wrapped> {
    const answer = await this.#transit.encrypt(Buffer.from(dataKey).toString("base64"));
    const { ciphertext } = understood(encryptAnswer, answer);
    const [, version = "", text = ""] = ciphertext.split(":");
    return { version: Number(version.slice(1)), text };
  }

  async unwrap({ version, text }: Wrapped): Promise<Buffer> {
    const { plaintext } = understood(decryptAnswer, await this.#transit.decrypt(`vault:v${version}:${text}`));
    return Buffer.from(plaintext, "base64");
  }

  async current(): Promise<number> {
    return understood(keyAnswer, await this.#transit.findKey()).latest_version;
  }

  async prepare(): Promise<number> {
    throw new SecretsError(
      "Vault gives its keys to all servers: there is nothing to prepare, only to rotate.",
    );
  }

  async rotate(): Promise<number> {
    await this.#transit.rotate();
    return this.current();
  }

  async forgetBefore(version: number): Promise<void> {
    await this.#transit.configure({ min_decryption_version: version });
  }
}

/** What does not fit is not told: it may be a key. */
function understood<T>(answer: z.ZodType<T>, given: unknown): T {
  const parsed = answer.safeParse(given);
  if (parsed.success) return parsed.data;
  throw new SecretsError("VAULT_KEY: Vault answers something else than for a key of its transit engine");
}
