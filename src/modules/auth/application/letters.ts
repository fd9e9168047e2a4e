import type { EmailAddress } from "../domain/email.ts";
import type { Letter } from "./ports.ts";

/** Where the links in letters lead, below the server's public address. */
const PAGES = { confirm: "verify", reset: "reset", join: "join" };

export function confirmAddress(publicUrl: string, to: EmailAddress, token: string): Letter {
  return {
    to,
    subject: "Confirm your email address",
    text: paragraphs(
      `Somebody, hopefully you, gave this address at ${publicUrl}. Open this link within a day to confirm it:`,
      `${publicUrl}/${PAGES.confirm}/${token}`,
      "If it was not you, you need not do anything.",
    ),
  };
}

export function alreadyRegistered(publicUrl: string, to: EmailAddress): Letter {
  return {
    to,
    subject: "You have an account already",
    text: paragraphs(
      `Somebody, hopefully you, tried to register with this address at ${publicUrl}, where you have an account.`,
      `You can sign in, or ask for a new password, here: ${publicUrl}/login`,
      "If it was not you, you need not do anything.",
    ),
  };
}

export function resetPassword(publicUrl: string, to: EmailAddress, token: string): Letter {
  return {
    to,
    subject: "Choose a new password",
    text: paragraphs(
      `Somebody, hopefully you, asked for a new password at ${publicUrl}. Open this link within an hour to choose it:`,
      `${publicUrl}/${PAGES.reset}/${token}`,
      "If it was not you, you need not do anything: your password stays as it is.",
    ),
  };
}

export function invite(publicUrl: string, to: EmailAddress, token: string): Letter {
  return {
    to,
    subject: "You are invited",
    text: paragraphs(
      `You are invited to ${publicUrl}. Open this link to choose a password and come in:`,
      `${publicUrl}/${PAGES.join}/${token}`,
    ),
  };
}

function paragraphs(...texts: readonly string[]): string {
  return `${texts.join("\n\n")}\n`;
}
