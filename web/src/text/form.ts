import { textsOf } from "./part.ts";

/** What forms say, whatever they are for. */
export const formText = textsOf("form", {
  "combo.clear": "Clear {field}",
  "password.show": "Show password",
  "password.hide": "Hide password",
  "password.missing": {
    one: "At least 10 characters, {count} more",
    other: "At least 10 characters, {count} more",
  },
  "password.hint": "At least 10 characters; a few words are best.",
  "password.personal": "Not your name or email address",
  "password.guessable": "Easy to guess",
  "password.fair": "Fair",
  "password.good": "Good",
  "password.strong": "Strong",
} as const);
