import { textsOf } from "./part.ts";

/** What people read when they are new. */
export const welcomeText = textsOf("welcome", {
  title: "Welcome to {org}",
  text: "This is where everybody meets. A good way to begin:",
  invite: "Invite people",
  inviteText: "by a link that works for a week",
  picture: "Set your picture",
  pictureText: "so that others see who writes",
  switcher: "Try {keys}",
  search: "Try the search",
  switcherText: "it leads to every channel and person",
  dismiss: "Got it",
} as const);
