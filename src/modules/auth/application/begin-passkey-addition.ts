import type { Actor } from "../../../kernel/actor.ts";
import { assertPasskeysPossible, beginCeremony } from "./ceremonies.ts";
import { assertConfirmed } from "./confirmed.ts";
import { getAccount } from "./get-account.ts";
import type { AuthPorts } from "./ports.ts";

/** Asks a device for one more passkey. Throws PASSKEYS_UNAVAILABLE, CONFIRMATION_REQUIRED. */
export async function beginPasskeyAddition(
  deps: Pick<AuthPorts, "store" | "clock" | "secrets" | "authenticators">,
  actor: Actor,
): Promise<string> {
  assertPasskeysPossible(deps);
  await assertConfirmed(deps, actor);
  const { userId, email } = await getAccount(deps, actor.userId);
  const known = await deps.store.read.listPasskeys(userId);
  const handle = known[0]?.handle ?? deps.secrets.make("link").text;
  const challenge = await beginCeremony(deps, { purpose: "passkeyAddition", userId, handle });
  return deps.authenticators.askForNew({ challenge, handle, email, name: email, known });
}
