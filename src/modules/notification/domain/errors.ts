import { refusals } from "../../../kernel/errors.ts";

export const refuse = refusals({
  READ_ONLY_KEY: ["denied", "This key may only read."],
  MESSAGE_INVALID: ["invalid", "The message breaks a rule of its form."],
  TOO_MANY_SENDS: ["exhausted", "Too many messages of this connection are on their way; wait for an answer."],
  SCHEDULE_EMPTY: ["invalid", "A schedule needs at least one day."],
  TIMEZONE_UNKNOWN: ["invalid", "There is no such time zone."],
  KEYWORD_INVALID: ["invalid", "A keyword is one to four words."],
  TOO_MANY_KEYWORDS: ["exhausted", "There are too many keywords; remove some first."],
  REMINDER_PAST: ["invalid", "The time to be reminded at is over."],
  REMINDER_TOO_FAR: ["invalid", "A reminder is due within a year."],
  TOO_MANY_REMINDERS: ["exhausted", "There are too many reminders; remove some first."],
  MESSAGE_NOT_FOUND: ["not_found", "There is no such message."],
  NOT_A_THREAD: ["precondition", "A reply has no thread of its own."],
  PAGE_TOKEN_MALFORMED: ["invalid", "The page token is not one that an earlier page gave."],
  STREAM_NOT_FOUND: ["not_found", "There is no such stream."],
  PUSH_NEEDS_SESSION: ["denied", "Pushes are sent to browsers in which somebody is signed in."],
  PUSH_KEY_INVALID: ["invalid", "That is not a public key of a browser."],
  PUSH_DEVICE_NOT_FOUND: ["not_found", "There is no such device."],
  PUSH_SERVICE_AWAY: ["unavailable", "The push service of that browser does not answer; try again later."],
  PUSH_REFUSED: ["precondition", "The push service of that browser does not take the push."],
});
