import { reasonText } from "../text/reasons.ts";
import { missingCharacters } from "./password-strength.ts";

/** What can be said of a new password without asking the server. */
export function checkNewPassword(password: string): string | undefined {
  return missingCharacters(password) > 0 ? reasonText("PASSWORD_TOO_SHORT") : undefined;
}

/** The refusals of the server that are about the new password, which stands in this field. */
export function blamePassword<Field extends string>(field: Field) {
  return {
    PASSWORD_TOO_SHORT: field,
    PASSWORD_TOO_LONG: field,
    PASSWORD_TOO_COMMON: field,
    PASSWORD_TOO_PERSONAL: field,
  } as const;
}
