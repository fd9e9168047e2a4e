import { createHash, randomBytes } from "node:crypto";
import type { SecretHash, SecretKind, Secrets } from "../application/ports.ts";
import { BEGINS_WITH } from "../domain/credential.ts";

const BYTES = 32;
const beginning: Record<SecretKind, string> = { ...BEGINS_WITH, link: "" };

/**
 * 256 random bits need no slow hash, and finding them by the SHA-256 of what is presented compares no
 * secret byte by byte.
 */
export const secrets: Secrets = {
  make(kind) {
    const text = beginning[kind] + randomBytes(BYTES).toString("base64url");
    return { text, hash: hashSecret(text) };
  },
  hash: hashSecret,
};

function hashSecret(text: string): SecretHash {
  return createHash("sha256").update(text).digest() as SecretHash;
}
