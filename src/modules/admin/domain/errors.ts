import { refusals } from "../../../kernel/errors.ts";

export const refuse = refusals({
  EVENT_NOT_FOUND: ["not_found", "There is no such event. Those that were delivered are kept for a week."],
  PAGE_TOKEN_MALFORMED: ["invalid", "The page token is not well formed."],
});
