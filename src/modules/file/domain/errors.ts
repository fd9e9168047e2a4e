import { refusals } from "../../../kernel/errors.ts";

export const refuse = refusals({
  UNAUTHENTICATED: ["unauthenticated", "Sign in first."],
  READ_ONLY_KEY: ["denied", "This key may only read."],
  FILE_NOT_FOUND: ["not_found", "There is no such file."],
  UPLOAD_NOT_FOUND: ["not_found", "There is no such upload; it may have been given up."],
  UPLOAD_TOO_LARGE: ["exhausted", "The file is larger than files may be here."],
  QUOTA_EXCEEDED: ["exhausted", "There is no room left for this file; delete some that you uploaded."],
  TOO_MANY_UPLOADS: ["exhausted", "Too many uploads have begun and not ended; finish or cancel some."],
  STORAGE_FULL: ["unavailable", "The server has no room left for files; tell whoever runs it."],
});
