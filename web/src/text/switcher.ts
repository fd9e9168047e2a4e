import { textsOf } from "./part.ts";

/** What people read in the switcher. */
export const switcherText = textsOf("switcher", {
  title: "Jump to…",
  placeholder: "Channels, people, actions…",
  found: "Found",
  searchFor: "Search messages for “{query}”",
  toMove: "to move",
  toOpen: "to open",
  toClose: "to close",
  action: "Action",
  person: "Person",
  archived: "archived",
  results: { one: "{count} result", other: "{count} results" },
  light: "Switch to the light theme",
  dark: "Switch to the dark theme",
} as const);
