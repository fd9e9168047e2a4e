import type { Client } from "../domain/session.ts";
import { assertPasskeysPossible, beginCeremony } from "./ceremonies.ts";
import type { AuthPorts } from "./ports.ts";

/** Asks for any passkey of this server, so that nobody has to be named. Throws PASSKEYS_UNAVAILABLE. */
export async function beginPasskeySignIn(
  deps: Pick<AuthPorts, "store" | "clock" | "secrets" | "authenticators" | "attempts">,
  client: Client,
): Promise<string> {
  assertPasskeysPossible(deps);
  await deps.attempts.take("beginCeremony", client);
  return deps.authenticators.askForOne(await beginCeremony(deps, { purpose: "passkeySignIn" }));
}
