import type { EmailAddress } from "../domain/email.ts";
import type { Letter } from "./ports.ts";

/** When and from where somebody was seen. */
interface Seen {
  readonly at: Date;
  readonly address: string;
  readonly userAgent: string;
}

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

export function welcome(publicUrl: string, to: EmailAddress, orgName: string): Letter {
  return {
    to,
    subject: `Welcome to ${orgName}`,
    text: paragraphs(
      `You have an account with this address, and your first channels are there. Come in and say hello: ${publicUrl}`,
      `From another device, sign in with this address: ${publicUrl}/login`,
    ),
  };
}

export function newDevice(publicUrl: string, to: EmailAddress, { at, address, userAgent }: Seen): Letter {
  const what = `Somebody has signed in with a device that was not used before: ${userAgent || "unknown"}, from ${address || "unknown"}, at ${at.toISOString()}.`;
  return changed(publicUrl, to, "A new device has signed in", what);
}

export function passkeyAdded(publicUrl: string, to: EmailAddress, name: string): Letter {
  return changed(
    publicUrl,
    to,
    "A passkey was added",
    `The passkey “${name}” opens your account from now on.`,
  );
}

export function passkeyRemoved(publicUrl: string, to: EmailAddress, name: string): Letter {
  return changed(
    publicUrl,
    to,
    "A passkey was removed",
    `The passkey “${name}” does not open your account any more.`,
  );
}

export function passkeyCopied(publicUrl: string, to: EmailAddress, name: string): Letter {
  const what = `The passkey “${name}” was shown in a way that a copy of it would be shown. It opens nothing any more. Remove it in your settings and add a new one.`;
  return changed(publicUrl, to, "A passkey may have been copied", what);
}

export function totpAdded(publicUrl: string, to: EmailAddress): Letter {
  const what = "Signing in with your password asks for a code of an app from now on.";
  return changed(publicUrl, to, "An app for codes was set up", what);
}

export function totpRemoved(publicUrl: string, to: EmailAddress): Letter {
  const what = "Signing in with your password asks for no code any more.";
  return changed(publicUrl, to, "The app for codes was removed", what);
}

export function totpRemovedByOperator(publicUrl: string, to: EmailAddress): Letter {
  const what =
    "Whoever operates the server has removed your app for codes and your recovery codes, so that you can sign in without them.";
  return changed(publicUrl, to, "The app for codes was removed", what);
}

export function keyCreatedByOperator(publicUrl: string, to: EmailAddress, name: string): Letter {
  const what = `Whoever operates the server has made the API key “${name}”, by which a program acts in your name. You can revoke it in your settings.`;
  return changed(publicUrl, to, "A program acts in your name", what);
}

export function codesRenewed(publicUrl: string, to: EmailAddress): Letter {
  const what = "There are new recovery codes for your account; those before work no more.";
  return changed(publicUrl, to, "New recovery codes", what);
}

export function providerLinked(publicUrl: string, to: EmailAddress, name: string): Letter {
  const what = `Signing in at ${name} opens your account from now on.`;
  return changed(publicUrl, to, "Your account was linked", what);
}

export function providerUnlinked(publicUrl: string, to: EmailAddress, name: string): Letter {
  const what = `Signing in at ${name} does not open your account any more.`;
  return changed(publicUrl, to, "Your account is linked no more", what);
}

export function recoveryPrepared(publicUrl: string, to: EmailAddress): Letter {
  const what =
    "Somebody who manages your organisation has made a link by which you can choose a new password, and will hand it to you.";
  return changed(publicUrl, to, "Your account can be recovered", what);
}

/** About what opens an account: told whether its owner did it or not, since only they know. */
function changed(publicUrl: string, to: EmailAddress, subject: string, what: string): Letter {
  const otherwise = `If you know nothing of this, change your password and end the sessions that you do not know: ${publicUrl}/settings/account`;
  return { to, subject, text: paragraphs(`This is about your account at ${publicUrl}.`, what, otherwise) };
}

function paragraphs(...texts: readonly string[]): string {
  return `${texts.join("\n\n")}\n`;
}
