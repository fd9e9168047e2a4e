import type { Actor } from "../../../kernel/actor.ts";
import { beginCeremony } from "./ceremonies.ts";
import { getAccount } from "./get-account.ts";
import type { AuthPorts } from "./ports.ts";

export interface ConfirmationWays {
  readonly hasPassword: boolean;
  /** What a browser asks the person's passkeys with; undefined where there are none that work here. */
  readonly passkeyOptions: string | undefined;
}

/** By what the caller can show once more who they are. */
export async function beginConfirmation(
  deps: Pick<AuthPorts, "store" | "clock" | "secrets" | "authenticators">,
  { userId }: Actor,
): Promise<ConfirmationWays> {
  const account = await getAccount(deps, userId);
  const passkeys = await deps.store.read.listPasskeys(userId);
  const hasPassword = account.passwordHash !== undefined;
  if (passkeys.length === 0 || deps.authenticators.origin === undefined) {
    return { hasPassword, passkeyOptions: undefined };
  }
  const challenge = await beginCeremony(deps, { purpose: "confirmation", userId });
  return { hasPassword, passkeyOptions: await deps.authenticators.askForOne(challenge, passkeys) };
}
