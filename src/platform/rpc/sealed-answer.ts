import { createHash } from "node:crypto";
import { seal, unseal } from "../secrets/sealed.ts";
import type { StoredAnswer } from "./idempotency-store.ts";

// Nothing is bound but the request, which the key is made of.
const CONTEXT = "";

/**
 * The answer as it may be stored anywhere: the fingerprint of the request holds the caller's key and is stored
 * nowhere, so only a repetition can read it.
 */
export function sealAnswer({ message, headers }: StoredAnswer, request: string): Buffer {
  const plain = JSON.stringify([headers, Buffer.from(message).toString("base64")]);
  return seal(keyOf(request), Buffer.from(plain), CONTEXT);
}

/** Throws where it was the answer to another request, or was changed. */
export function openAnswer(sealed: Buffer, request: string): StoredAnswer {
  const plain = unseal(keyOf(request), sealed, CONTEXT).toString();
  const [headers, message] = JSON.parse(plain) as [StoredAnswer["headers"], string];
  return { headers, message: Buffer.from(message, "base64") };
}

const keyOf = (request: string): Buffer => createHash("sha256").update("answer ").update(request).digest();
