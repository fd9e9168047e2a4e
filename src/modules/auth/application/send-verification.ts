import type { EmailAddress } from "../domain/email.ts";
import { linkExpiry } from "../domain/mailed-link.ts";
import { confirmAddress } from "./letters.ts";
import type { AuthPorts } from "./ports.ts";

/** Sends a link that confirms the address of an account. */
export async function sendVerification(
  deps: Pick<AuthPorts, "store" | "clock" | "secrets" | "mail" | "settings">,
  email: EmailAddress,
): Promise<void> {
  const purpose = "verifyEmail";
  const token = deps.secrets.make("link");
  const link = {
    purpose,
    email,
    token: token.hash,
    expiresAt: linkExpiry(purpose, deps.clock.now()),
  } as const;
  await deps.store.transact((tx) => tx.links.addForAccount(link));
  deps.mail.post(confirmAddress(deps.settings.publicUrl, email, token.text));
}
