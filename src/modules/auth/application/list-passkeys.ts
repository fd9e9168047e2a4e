import type { Actor } from "../../../kernel/actor.ts";
import type { Passkey } from "../domain/passkey.ts";
import { getAccount } from "./get-account.ts";
import type { AuthPorts } from "./ports.ts";

export interface OwnWaysIn {
  /** The oldest first. */
  readonly passkeys: readonly Passkey[];
  readonly hasPassword: boolean;
}

/** What opens the caller's account. */
export async function listPasskeys(deps: Pick<AuthPorts, "store">, { userId }: Actor): Promise<OwnWaysIn> {
  const { passwordHash } = await getAccount(deps, userId);
  const passkeys = await deps.store.read.listPasskeys(userId);
  return { passkeys, hasPassword: passwordHash !== undefined };
}
