import type { Actor } from "../../../kernel/actor.ts";
import type { ApiKey } from "../domain/api-key.ts";
import type { AuthPorts } from "./ports.ts";

/** Expired ones too, until they are revoked: a program that stopped working can be found by them. */
export function listApiKeys(
  { store }: Pick<AuthPorts, "store">,
  { userId }: Actor,
): Promise<readonly ApiKey[]> {
  return store.read.listApiKeys(userId);
}
