import { readEmail } from "../domain/email.ts";
import type { Client } from "../domain/session.ts";
import { assertRegistrationIsPossible } from "./admission.ts";
import { assertPasskeysPossible, beginCeremony } from "./ceremonies.ts";
import type { AuthPorts } from "./ports.ts";

export interface BeginPasskeySignUp {
  readonly email: string;
  readonly name: string;
  readonly invitation: string | undefined;
  readonly client: Client;
}

/**
 * Asks a device for the passkey of an account that is about to be registered. Whether there is one with
 * the address already changes nothing. Throws PASSKEYS_UNAVAILABLE, EMAIL_MALFORMED, and as `register` does.
 */
export async function beginPasskeySignUp(
  deps: Omit<AuthPorts, "accessTokens" | "recognitions" | "orgNames">,
  { email: text, name, invitation, client }: BeginPasskeySignUp,
): Promise<string> {
  assertPasskeysPossible(deps);
  await deps.attempts.take("beginCeremony", client);
  await assertRegistrationIsPossible(deps, invitation);
  const email = readEmail(text);
  const handle = deps.secrets.make("link").text;
  const challenge = await beginCeremony(deps, { purpose: "passkeySignUp", email, handle });
  return deps.authenticators.askForNew({ challenge, handle, email, name: name.trim(), known: [] });
}
