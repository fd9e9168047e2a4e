import { refusals } from "../../../kernel/errors.ts";

export const refuse = refusals({
  USER_NOT_FOUND: ["not_found", "There is no such person."],
  ORG_NOT_FOUND: ["not_found", "There is no such organisation."],
  NAME_EMPTY: ["invalid", "A name needs at least one letter, digit or sign that can be seen."],
  HANDLE_MALFORMED: [
    "invalid",
    "A handle has 2 to 32 letters a to z, digits, dots, dashes and underscores, and begins with a letter or digit.",
  ],
  HANDLE_RESERVED: ["invalid", "This handle has a meaning of its own. Choose another one."],
  HANDLE_TAKEN: ["conflict", "Somebody else has this handle."],
  NO_HANDLE_FREE: ["conflict", "Every handle that could be made of this name is taken."],
  TIMEZONE_UNKNOWN: ["invalid", "There is no such time zone. Use a name such as Europe/Berlin."],
  STATUS_EXPIRED: ["invalid", "The status would expire in the past."],
  AVATAR_NOT_AN_IMAGE: ["invalid", "The picture must be a PNG, JPEG or WebP image."],
  AVATAR_TOO_LARGE: ["invalid", "The picture may have at most 512 KiB and 4096 pixels on a side."],
  AVATAR_NOT_FOUND: ["not_found", "There is no such picture."],
  PAGE_TOKEN_MALFORMED: ["invalid", "The page token is not well formed."],
  EXPORT_UNDER_WAY: ["conflict", "An export is under way already. Wait for it, or cancel it."],
  EXPORT_NEEDS_SESSION: ["denied", "An export needs a session; an API key cannot have one."],
  EXPORT_NOT_FOUND: ["not_found", "There is no such export."],
  EXPORT_NOT_READY: ["precondition", "The export has no file to download: it is not ready, or it is gone."],
  UNAUTHENTICATED: ["unauthenticated", "Sign in first."],
});
