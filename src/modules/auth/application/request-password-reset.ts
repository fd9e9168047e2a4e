import { findEmail } from "../domain/email.ts";
import type { Client } from "../domain/session.ts";
import { mailLink } from "./mail-link.ts";
import type { AuthPorts } from "./ports.ts";

export interface RequestPasswordReset {
  readonly email: string;
  readonly client: Client;
}

/** Sends a link if there is such an account, and answers the same after the same work if there is none. */
export async function requestPasswordReset(
  deps: Pick<AuthPorts, "store" | "clock" | "secrets" | "mail" | "attempts" | "settings">,
  command: RequestPasswordReset,
): Promise<void> {
  const email = findEmail(command.email);
  const { address } = command.client;
  await deps.attempts.take("resetPassword", { address, account: email ?? command.email });
  if (email !== undefined) await mailLink(deps, "resetPassword", email);
}
