import { blamePassword } from "../../forms/new-password.ts";
import { entryText } from "../../text/entry.ts";
import { t } from "../../text/text.ts";

export function checkName(name: string): string | undefined {
  return name.trim() === "" ? entryText("entry.nameMissing") : undefined;
}

/** Finds slips of the finger only: which addresses there are is known to mail servers alone. */
export function checkEmail(email: string): string | undefined {
  if (email.trim() === "") return entryText("entry.emailMissing");
  return /^\S+@\S+$/.test(email.trim()) ? undefined : t("field.email");
}

/** The field of a new account that a refusal of the server is about. */
export const blameOf = {
  EMAIL_MALFORMED: "email",
  EMAIL_TAKEN: "email",
  INVITATION_FOR_SOMEBODY_ELSE: "email",
  NAME_EMPTY: "name",
  ...blamePassword("password"),
} as const;
