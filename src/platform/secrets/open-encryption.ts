import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { EnvelopeEncryption } from "./encryption.ts";
import { SecretsError } from "./errors.ts";
import { FileKeyRing } from "./file-key-ring.ts";
import { VaultKeyRing } from "./vault-key-ring.ts";

export interface EncryptionSettings {
  readonly dataDir: string;
  /** Undefined: keys are in a file of the data folder. */
  readonly vault?: VaultSettings | undefined;
}

export interface VaultSettings {
  readonly address: string;
  /** Mount and name of a key of a transit engine. */
  readonly key: string;
  readonly token: { readonly text: string } | { readonly file: string };
}

/** By Vault where there is one, by the key file otherwise. What the file encrypted stays readable with Vault. */
export async function openEncryption({ dataDir, vault }: EncryptionSettings): Promise<EnvelopeEncryption> {
  const file = new FileKeyRing(join(dataDir, "secrets.key"));
  if (vault === undefined) return new EnvelopeEncryption(file);
  const { address, key, token } = vault;
  const readToken = "file" in token ? () => tokenIn(token.file) : async () => token.text;
  return new EnvelopeEncryption(await VaultKeyRing.open({ address, key, token: readToken }), file);
}

async function tokenIn(file: string): Promise<string> {
  const text = await readFile(file, "utf8").catch(() => "");
  const token = text.trim();
  if (/^[\x21-\x7e]+$/.test(token)) return token;
  throw new SecretsError("VAULT_TOKEN_FILE: no token can be read there");
}
