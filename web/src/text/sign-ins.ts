import { textsOf } from "./part.ts";

/** What people read about who came in or tried to. */
export const signInText = textsOf("signIns", {
  title: "Recent sign-ins",
  description:
    "Also those that failed. What you do not know may be somebody else: then change your password.",
  "all.title": "Sign-ins",
  "all.lead": "Who came in or tried to, by what and from where. Kept for half a year.",
  none: "Nothing yet",
  noneHint: "Sign-ins show here.",
  new: "New device",
  unknownDevice: "Unknown device",

  "result.in": "Signed in",
  "result.wrongPassword": "Wrong password",
  "result.wrongCode": "Wrong code",
  "result.copiedPasskey": "Copied passkey",
  "result.deactivated": "Account is deactivated",
  "result.unknown": "Did not work",

  "method.password": "password",
  "method.passkey": "passkey",
  "method.totp": "password and code",
  "method.recoveryCode": "password and recovery code",
  "method.provider": "identity provider",
  "method.providerAndFactor": "identity provider and second step",
  "method.unknown": "another way",

  endOthers: "Sign out all others",
  endedOthers: "You are signed out everywhere else",
} as const);
