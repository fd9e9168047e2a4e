import type { EmailAddress } from "../domain/email.ts";
import { linkExpiry } from "../domain/mailed-link.ts";
import { confirmAddress, resetPassword } from "./letters.ts";
import type { AuthPorts } from "./ports.ts";

const letters = { verifyEmail: confirmAddress, resetPassword };

/** Mails a link to the account with the address, and does the same work, unseen, where there is none. */
export async function mailLink(
  deps: Pick<AuthPorts, "store" | "clock" | "secrets" | "mail" | "settings">,
  purpose: keyof typeof letters,
  email: EmailAddress,
): Promise<void> {
  const token = deps.secrets.make("link");
  const link = { purpose, email, token: token.hash, expiresAt: linkExpiry(purpose, deps.clock.now()) };
  const isKnown = await deps.store.transact((tx) => tx.links.addForAccount(link));
  if (isKnown) deps.mail.post(letters[purpose](deps.settings.publicUrl, email, token.text));
}
