import { textsOf } from "./part.ts";

/** What people read about the identity provider, while signing in and in their settings. */
export const providerText = textsOf("provider", {
  signIn: "Sign in with {name}",

  title: "Identity provider",
  description: "Signing in at {name} opens your account, where it is linked.",
  linkedSince: "Linked {when}",
  notLinkedHint: "Link your account, and you can sign in at {name}.",
  link: "Link account",
  remove: "Remove link",
  removeTitle: "Remove the link to {name}?",
  removeHint: "Signing in there does not open your account any more.",
  removed: "Link removed",
} as const);
