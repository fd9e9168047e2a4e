import { randomBytes } from "node:crypto";
import { SecretsError } from "../errors.ts";
import type { KeyRing } from "../key-ring.ts";
import { KEY_BYTES, seal, unseal } from "../sealed.ts";

/** One key that is gone with the test, for tests of those who have secrets. */
export function createMemoryKeyRing(): KeyRing {
  const key = randomBytes(KEY_BYTES);
  const fixed = async () => 1;
  return {
    name: "file",
    wrap: async (dataKey) => ({ version: 1, text: seal(key, dataKey, "").toString("base64url") }),
    async unwrap({ text }) {
      try {
        return unseal(key, Buffer.from(text, "base64url"), "");
      } catch {
        throw new SecretsError("this was encrypted by another key");
      }
    },
    current: fixed,
    prepare: fixed,
    rotate: fixed,
    forgetBefore: async () => {},
  };
}
