import type { Actor } from "../../../kernel/actor.ts";
import type { Passkey } from "../domain/passkey.ts";
import type { AuthPorts } from "./ports.ts";

/** The caller's, the oldest first. */
export function listPasskeys(
  { store }: Pick<AuthPorts, "store">,
  { userId }: Actor,
): Promise<readonly Passkey[]> {
  return store.read.listPasskeys(userId);
}
