import { textsOf } from "./part.ts";

/** What people read about passkeys, while signing in and in their settings. */
export const passkeyText = textsOf("passkeys", {
  signIn: "Sign in with a passkey",
  signUp: "Create account with a passkey",
  signUpHint: "No password: your device, phone or security key opens it.",
  or: "or",

  "refused.cancelled": "That was cancelled, or took too long. Try again.",
  "refused.known": "This device has a passkey for your account already.",
  "refused.unable": "Your browser or device cannot do this.",

  title: "Passkeys",
  description:
    "They open your account with a fingerprint, a face or a PIN, and cannot be guessed or phished.",
  add: "Add a passkey",
  none: "No passkeys yet",
  noneHint: "Add one for this device, your phone or a security key.",
  elsewhere: "Passkeys of this server can be used at {origin} only.",
  unavailable: "Passkeys need an address that is https with a name. Ask whoever runs this server.",
  unable: "This browser cannot use passkeys.",
  added: "Passkey added",
  unused: "Never used",
  used: "Last used {when}",
  backedUp: "Synced",
  suspected: "May have been copied",
  suspectedHint: "It opens nothing any more. Remove it.",
  name: "Name",
  nameHint: "So that you know it again.",
  continue: "Continue",
  rename: "Rename",
  renameThis: "Rename {name}",
  renameTitle: "Rename passkey",
  remove: "Remove",
  removeThis: "Remove {name}",
  removeTitle: "Remove “{name}”?",
  removeHint: "It does not open your account any more. Remove it from your device as well, in its settings.",
  save: "Save",

  "confirm.title": "Show that it is you",
  "confirm.lead": "Before anything changes about how you sign in.",
  "confirm.passkey": "Use a passkey",
  "confirm.password": "Password",
  "confirm.submit": "Continue",
  "confirm.nothing": "Sign out and in again to go on.",

  "recovery.make": "Link to recover the account",
  "recovery.title": "Recover the account of {name}",
  "recovery.hint":
    "For somebody who has lost all that opens their account. They choose a new password by the link, and are signed out everywhere. They are told by mail.",
  "recovery.create": "Make link",
  "recovery.link": "Link",
  "recovery.linkHint":
    "Hand it over in a way that reaches nobody else. It works once, for a day, and is not shown again.",
} as const);
