import type { Actor } from "../../../kernel/actor.ts";
import { refuse } from "../domain/errors.ts";
import type { Client } from "../domain/session.ts";
import { getAccount } from "./get-account.ts";
import { mailLink } from "./mail-link.ts";
import type { AuthPorts } from "./ports.ts";

/** Throws EMAIL_ALREADY_VERIFIED. */
export async function requestEmailVerification(
  deps: Pick<AuthPorts, "store" | "clock" | "secrets" | "mail" | "settings" | "attempts">,
  actor: Actor,
  client: Client,
): Promise<void> {
  const account = await getAccount(deps, actor.userId);
  if (account.emailVerifiedAt !== undefined) throw refuse("EMAIL_ALREADY_VERIFIED");
  await deps.attempts.take("verifyEmail", { address: client.address, account: account.email });
  await mailLink(deps, "verifyEmail", account.email);
}
