import { readEmail } from "../domain/email.ts";
import { choosePassword } from "../domain/password.ts";
import type { Client } from "../domain/session.ts";
import { admit, assertRegistrationIsPossible, type Candidate } from "./admission.ts";
import { EFFECTS_LIMIT_MS } from "./create-account.ts";
import { mailLink } from "./mail-link.ts";
import { type OfferedPasskey, readNewcomersPasskey } from "./offered-passkey.ts";
import { openSession, type SignedIn } from "./open-session.ts";
import type { AuthPorts } from "./ports.ts";
import { tellWithdrawn } from "./tell-withdrawn.ts";

export interface Register {
  readonly email: string;
  readonly password: string;
  /** Instead of a password. */
  readonly passkey: OfferedPasskey | undefined;
  readonly name: string;
  /** Needed for the first registration only. */
  readonly orgName: string;
  /** The token of an invitation link. */
  readonly invitation: string | undefined;
  readonly client: Client;
}

export type RegisterDeps = Omit<AuthPorts, "accessTokens" | "recognitions" | "orgNames">;

/**
 * The first to register founds the organisation; then the mode of registration decides. Answers
 * undefined where the address must be confirmed first: to a stranger a taken address looks the same.
 * Throws REGISTRATION_WITHDRAWN where another context refused the newcomer.
 */
export async function register(deps: RegisterDeps, command: Register): Promise<SignedIn | undefined> {
  await deps.attempts.take("register", command.client);
  await assertRegistrationIsPossible(deps, command.invitation);
  const candidate = await readCandidate(deps, command);

  const admitted = await deps.store.transact(async (tx) => {
    const admission = await admit(deps, tx, candidate, command);
    if (admission.kind === "confirmation") return admission;
    const method = candidate.passkey === undefined ? "password" : "passkey";
    const signedIn = await openSession(deps, tx, admission.account, { client: command.client, method });
    return { ...admission, signedIn };
  });
  if (admitted.kind === "confirmation") {
    deps.mail.post(admitted.letter);
    return undefined;
  }

  if (deps.mail.delivers) await mailLink(deps, "verifyEmail", admitted.account.email);
  await deps.effects.settled(admitted.events, EFFECTS_LIMIT_MS);
  await tellWithdrawn(deps, { userId: admitted.account.userId });
  return admitted.signedIn;
}

async function readCandidate(deps: RegisterDeps, command: Register): Promise<Candidate> {
  const email = readEmail(command.email);
  const name = command.name.trim();
  if (command.passkey !== undefined) {
    return {
      email,
      name,
      passwordHash: undefined,
      passkey: await readNewcomersPasskey(deps, email, command.passkey),
    };
  }
  const password = choosePassword(command.password, [email, email.slice(0, email.indexOf("@")), name]);
  return { email, name, passwordHash: await deps.passwords.hash(password), passkey: undefined };
}
