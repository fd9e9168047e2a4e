import { textsOf } from "./part.ts";

/** What people read in the menu of their own account. */
export const accountMenuText = textsOf("accountMenu", {
  setStatus: "Set a status",
  profile: "Profile",
  preferences: "Preferences",
  people: "People",
  invite: "Invite people",
  shortcuts: "Keyboard shortcuts",
  signOut: "Sign out",
  turnOff: "Turn off do not disturb",
  "quiet.30m": "For 30 minutes",
  "quiet.1h": "For 1 hour",
  "quiet.tomorrow": "Until tomorrow",
  "quiet.always": "Until I turn it off",
} as const);
