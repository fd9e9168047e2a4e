import { createHash, randomBytes } from "node:crypto";
import type { SecretHash, SecretKind, Secrets } from "../application/ports.ts";
import { BEGINS_WITH } from "../domain/credential.ts";

const BYTES = 32;
// 80 bits: too many to guess, and few enough to write down. A byte holds each letter eight times.
const CODE_LETTERS = 16;
const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
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
  makeCode() {
    const text = Array.from(randomBytes(CODE_LETTERS), (byte) => LETTERS.charAt(byte % LETTERS.length)).join(
      "",
    );
    return { text: text.replace(/(.{4})(?=.)/g, "$1-"), hash: hashSecret(text) };
  },
  hash: hashSecret,
};

function hashSecret(text: string): SecretHash {
  return createHash("sha256").update(text).digest() as SecretHash;
}
