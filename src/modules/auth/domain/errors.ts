import { DomainError, refusals } from "../../../kernel/errors.ts";

export const refuse = refusals({
  EMAIL_MALFORMED: ["invalid", "This is not an email address."],
  PAGE_TOKEN_MALFORMED: ["invalid", "The page token is not well formed."],
  EMAIL_TAKEN: ["conflict", "There is an account with this email address already."],
  PASSWORD_TOO_SHORT: ["invalid", "The password needs at least 10 characters."],
  PASSWORD_TOO_LONG: ["invalid", "The password may have at most 1024 characters."],
  PASSWORD_TOO_COMMON: ["invalid", "This password is among the first that are guessed. Choose another one."],
  PASSWORD_TOO_PERSONAL: ["invalid", "The password must not be your name or email address."],
  INVALID_CREDENTIALS: ["unauthenticated", "Email address or password is wrong."],
  WRONG_PASSWORD: ["denied", "The current password is wrong."],
  ACCOUNT_DEACTIVATED: ["denied", "This account is deactivated."],
  ACCOUNT_NOT_FOUND: ["not_found", "There is no such account."],
  TOO_MANY_ATTEMPTS: ["exhausted", "Too many attempts. Try again later."],
  TOO_BUSY: ["unavailable", "Too many people are signing in just now. Try again in a moment."],
  ORG_NAME_REQUIRED: ["invalid", "The first to register names the organisation."],
  REGISTRATION_CLOSED: ["denied", "Nobody can register here at the moment."],
  REGISTRATION_NEEDS_INVITATION: ["denied", "Registration here needs an invitation."],
  REGISTRATION_WITHDRAWN: [
    "unauthenticated",
    "Your registration could not be completed, and nothing of it is left. You may register again.",
  ],
  INVITATION_INVALID: ["not_found", "This invitation cannot be used (any more)."],
  INVITATION_FOR_SOMEBODY_ELSE: ["denied", "This invitation is for another email address."],
  INVITATION_NOT_FOUND: ["not_found", "There is no such invitation."],
  INVITATION_EXPIRY: ["invalid", "An invitation expires within 30 days from now."],
  TOO_MANY_INVITATIONS: ["exhausted", "You have 200 open invitations. Revoke some first."],
  LINK_INVALID: ["not_found", "This link cannot be used (any more). Ask for a new one."],
  EMAIL_ALREADY_VERIFIED: ["precondition", "This email address is verified already."],
  PASSKEYS_UNAVAILABLE: [
    "precondition",
    "Passkeys need a public address (PUBLIC_URL) that is https with a name, or localhost.",
  ],
  PASSKEY_INVALID: [
    "unauthenticated",
    "This passkey opens nothing here (any more), or took too long. Try again.",
  ],
  PASSKEY_COPIED: [
    "denied",
    "This passkey may have been copied, so it does not work any more. Sign in another way and remove it.",
  ],
  PASSKEY_TAKEN: ["conflict", "This passkey belongs to an account already."],
  PASSKEY_NOT_FOUND: ["not_found", "There is no such passkey."],
  TOO_MANY_PASSKEYS: ["exhausted", "You have 25 passkeys. Remove some first."],
  LAST_WAY_IN: ["precondition", "Nothing else opens your account. Add a passkey or choose a password first."],
  CODE_INVALID: ["unauthenticated", "This code is wrong, has expired or was used."],
  LOGIN_EXPIRED: ["unauthenticated", "Signing in took too long. Begin again."],
  PASSKEY_NEEDED: ["denied", "Your organisation asks for more than a password. Sign in with your passkey."],
  TOTP_SET_UP: ["conflict", "An app is set up already. Remove it first."],
  TOTP_NOT_SET_UP: ["precondition", "Set up an app for codes first."],
  SECOND_FACTOR_NEEDED: [
    "precondition",
    "Your organisation asks for a second factor. Set up another one first: a passkey or an app.",
  ],
  CONFIRMATION_REQUIRED: ["precondition", "Show once more that it is you: by your password or a passkey."],
  SESSION_NOT_FOUND: ["not_found", "There is no such session."],
  SESSION_REQUIRED: ["denied", "This needs a session; an API key cannot do it."],
  API_KEY_NOT_FOUND: ["not_found", "There is no such API key."],
  API_KEY_EXPIRY: ["invalid", "An API key expires within a year from now."],
  TOO_MANY_API_KEYS: ["exhausted", "You have 50 API keys. Revoke some first."],
  ROLE_NOT_YOURS_TO_GRANT: ["denied", "Your role does not allow to give or take this role."],
  PERMISSION_UNKNOWN: ["invalid", "There is no such permission on resources of this type."],
  LAST_OWNER: ["precondition", "The organisation needs an owner. Make somebody else an owner first."],
});

export function isRefusal(error: unknown, reason: string): boolean {
  return error instanceof DomainError && error.reason === reason;
}
