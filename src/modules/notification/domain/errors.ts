import { refusals } from "../../../kernel/errors.ts";

export const refuse = refusals({
  READ_ONLY_KEY: ["denied", "This key may only read."],
  MESSAGE_INVALID: ["invalid", "The message breaks a rule of its form."],
  TOO_MANY_SENDS: ["exhausted", "Too many messages of this connection are on their way; wait for an answer."],
  STREAM_NOT_FOUND: ["not_found", "There is no such stream."],
});
