import { refusals } from "../../kernel/errors.ts";

export const refuse = refusals({
  FLAG_NOT_FOUND: ["not_found", "This version of the program has no such flag."],
  FLAG_CONTRADICTORY: ["invalid", "A flag cannot be on and off for the same person."],
  FLAG_TOO_MANY_NAMED: ["invalid", "So many people cannot be named for a flag; give a percentage."],
});
