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
  INSTALLATION_EMPTY: ["precondition", "Nobody has registered here yet. The first to do so is the owner."],
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
  PROVIDER_UNSET: ["precondition", "No identity provider is set on this server."],
  PROVIDER_AWAY: [
    "unavailable",
    "The identity provider does not answer as it should. Try again later, or sign in another way.",
  ],
  PROVIDER_REFUSED: ["denied", "The identity provider did not let you in."],
  PROVIDER_ANSWER_INVALID: [
    "unauthenticated",
    "What came back from the identity provider does not fit, was used before, or took too long. Try again.",
  ],
  PROVIDER_EMAIL_UNVERIFIED: [
    "denied",
    "The identity provider does not vouch for an email address of yours, so no account can be found by it.",
  ],
  PROVIDER_GROUP_MISSING: [
    "denied",
    "The identity provider says that you are in none of the groups that may come in here.",
  ],
  PROVIDER_ACCOUNT_MISSING: [
    "denied",
    "You have no account here, and signing in makes none. Ask for an invitation.",
  ],
  PROVIDER_ACCOUNT_UNLINKED: [
    "conflict",
    "There is an account with your email address. Sign in as before, and link it in your settings.",
  ],
  PROVIDER_IDENTITY_TAKEN: ["conflict", "This sign-in of the identity provider opens another account."],
  PROVIDER_LINKED: [
    "conflict",
    "Your account is linked to another sign-in of the identity provider already.",
  ],
  PROVIDER_LINK_NOT_FOUND: ["not_found", "Your account is not linked to the identity provider."],
  LOGOUT_TOKEN_INVALID: [
    "invalid",
    "This is no logout token of the identity provider, or it was used before.",
  ],
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
